import { expect, test } from "vitest";
import { createMemoryWorld } from "../src/environment/memory.ts";
import { createSessionClient } from "../src/index.ts";
import { ada, createAuthServer } from "./support/auth-server.ts";

function openBrowser(tabCount: number, dialect: "v4" | "v5" = "v4") {
  let server!: ReturnType<typeof createAuthServer>;
  const world = createMemoryWorld({ fetch: (url, init) => server.fetch(url, init) });
  server = createAuthServer(world.clock, dialect);
  const tabs = Array.from({ length: tabCount }, () => {
    const tab = world.openTab();
    const client = createSessionClient({ environment: tab.environment });
    return { tab, client };
  });
  return { world, server, tabs };
}

test.each(["v4", "v5"] as const)(
  "tells all tabs of a sign-in by one session request (%s)",
  async (dialect) => {
    const { world, server, tabs } = openBrowser(10, dialect);
    for (const { client } of tabs) client.subscribe(() => {});
    await world.clock.advance(1000);
    expect(tabs.map(({ client }) => client.getSnapshot().status)).toEqual(
      Array(10).fill("unauthenticated"),
    );
    expect(server.count("GET session")).toBe(1);

    const wrong = tabs[0]!.client.signIn("credentials", { redirect: false, password: "no" });
    await world.clock.advance(100);
    expect(await wrong).toMatchObject({ ok: false, error: "CredentialsSignin", url: null });
    expect(server.count("GET session")).toBe(1);

    const right = tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" });
    await world.clock.advance(100);
    expect(await right).toMatchObject({ ok: true, error: undefined });
    expect(tabs.map(({ client }) => client.getSnapshot().data?.user?.name)).toEqual(
      Array(10).fill(ada.name),
    );
    expect(server.count("GET session")).toBe(2);

    const out = tabs[5]!.client.signOut({ redirect: false });
    await world.clock.advance(100);
    await out;
    expect(tabs.map(({ client }) => client.getSnapshot().status)).toEqual(
      Array(10).fill("unauthenticated"),
    );
    expect(server.count("GET session")).toBe(3);
  },
);

test("polls once an interval however many tabs there are", async () => {
  const { world, server, tabs } = openBrowser(10);
  server.user = ada;
  for (const { client } of tabs) {
    client.setOptions({ refetchInterval: 1 });
    client.subscribe(() => {});
  }
  await world.clock.advance(100);
  expect(server.count("GET session")).toBe(1);
  await world.clock.advance(10_000);
  expect(server.count("GET session")).toBeGreaterThanOrEqual(10);
  expect(server.count("GET session")).toBeLessThanOrEqual(11);
});
