import { expect, test } from "vitest";
import type { Session } from "../../src/index.ts";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const EXPIRES = "2026-02-01T00:00:00.000Z";
const rendered = (fields: object): Session => ({ user: { ...ada, ...fields }, expires: EXPIRES });

/** A page that hands over, after each change, what it makes of what it is shown. */
async function openCircle(make: (shown: Session | null, round: number) => Session | null) {
  const browser = openBrowser({ user: ada, client: { session: rendered({}) } });
  const { client } = browser.tabs[0]!;
  let rounds = 0;
  let last = client.getSnapshot();
  client.subscribe(() => {
    const next = client.getSnapshot();
    if (next === last) return;
    last = next;
    const { data } = next;
    if (rounds < 2000) client.hydrate(make(data ?? null, ++rounds));
  });
  await browser.advance(100);
  client.hydrate(make(client.getSnapshot().data ?? null, 0));
  await browser.advance(100);
  return { ...browser, client, reads: () => browser.server.count("GET session") };
}

test("what a page makes of the session each time it renders is asked about once", async () => {
  const { reads, advance, client } = await openCircle((shown) => {
    const user = { ...shown?.user, isDecorated: true };
    return { expires: EXPIRES, ...shown, user };
  });
  await advance(60_000);
  expect(reads()).toBeLessThanOrEqual(3);
  expect(client.getSnapshot().data?.user).not.toHaveProperty("isDecorated");
});

test("what is another one in each rendering is asked about later and later", async () => {
  const { reads, advance } = await openCircle((_, round) => rendered({ round }));
  await advance(5000);
  expect(reads()).toBeLessThanOrEqual(6);
  await advance(60_000);
  expect(reads()).toBeLessThanOrEqual(10);
});

test("a page that is handed on from a cache, and is old, is asked about once", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { session: rendered({}) } });
  await advance(100);
  const { client } = tabs[0]!;
  const old = () => rendered({ name: "Ada, before she was married" });
  for (let visit = 0; visit < 5; visit++) {
    client.hydrate(old());
    await advance(1000);
    expect(client.getSnapshot().data?.user?.name).toBe("Ada");
  }
  expect(server.count("GET session")).toBe(1);
});

test("a real change that a page hands over is shown and confirmed, also after refusals", async () => {
  const { server, client, advance } = await openCircle((_, round) =>
    round < 50 ? rendered({ round }) : null,
  );
  await advance(10_000);
  server.user = grace;
  client.hydrate({ user: grace, expires: EXPIRES });
  await advance(70_000);
  expect(client.getSnapshot().data?.user?.name).toBe("Grace");
});
