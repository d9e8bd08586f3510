import { expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const MINUTE_MS = 60_000;

async function countReads(leftMs: number): Promise<{ shown: string[]; reads: number }> {
  const { server, shown, advance, world } = openBrowser({ user: ada });
  server.fault = ({ endpoint }) => {
    if (endpoint !== "session") return undefined;
    const expires = new Date(world.clock.wall() + leftMs).toISOString();
    return new Response(JSON.stringify({ user: ada, expires }));
  };
  await advance(MINUTE_MS);
  return { shown: shown(), reads: server.count("GET session") };
}

test("a session that the server sends although it has ended is shown, and asked for once", async () => {
  expect(await countReads(-3600_000)).toEqual({ shown: ["Ada"], reads: 1 });
});

test.each([-1, 0, 10])(
  "a server whose sessions have %i ms left is asked no more than once a second",
  async (leftMs) => {
    const { shown, reads } = await countReads(leftMs);
    expect(shown).toEqual(["Ada"]);
    expect(reads).toBeLessThanOrEqual(MINUTE_MS / 1000 + 1);
  },
);

test("a rendered session that has ended by its own date is shown for five seconds before the server is asked", async () => {
  const session = { user: ada, expires: "2020-01-01T00:00:00.000Z" };
  const { server, shown, advance } = openBrowser({ client: { session } });
  await advance(4900);
  expect({ shown: shown(), reads: server.count("GET session") }).toEqual({
    shown: ["Ada"],
    reads: 0,
  });
  await advance(200);
  expect(server.count("GET session")).toBe(1);
  expect(shown()).toEqual(["nobody"]);
});

test("a rendered session that has ended by its own date stays while the server cannot be asked", async () => {
  const session = { user: ada, expires: "2020-01-01T00:00:00.000Z" };
  const { server, shown, advance } = openBrowser({ client: { session } });
  server.fault = () => new Response("Not found", { status: 404 });
  await advance(MINUTE_MS);
  expect(shown()).toEqual(["Ada"]);
});
