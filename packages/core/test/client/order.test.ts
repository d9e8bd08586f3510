import { describe, expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser, type Browser, type OpenTab } from "../support/browser.ts";

const mutations: [string, string, (tab: OpenTab) => Promise<unknown>, string, string][] = [
  ["a sign-out", "nobody", ({ client }) => client.signOut({ redirect: false }), "signout", ""],
  [
    "another user's sign-in",
    "Grace",
    ({ client }) => client.signIn("credentials", { redirect: false, password: "Grace" }),
    "callback/credentials",
    "Grace",
  ],
  ["an update", "Countess", ({ client }) => client.update({ name: "Countess" }), "session", "Ada"],
];

/** Three tabs that show Ada, with a read in flight in one of them that will answer in three seconds. */
async function openWithSlowRead(reader: number, options: Parameters<typeof openBrowser>[0] = {}) {
  const browser = openBrowser({ tabs: 3, user: ada, ...options });
  const { server, tabs, advance } = browser;
  await advance(6000);
  server.latencyMs = 3000;
  const read = tabs[reader]!.client.getSession();
  await advance(50);
  server.latencyMs = 20;
  return { ...browser, read };
}

describe.each(dialects)("%s", (dialect) => {
  describe.each(mutations)("after %s", (_, shown, mutate, endpoint, owner) => {
    test.each([
      ["the same tab", 0],
      ["another tab", 1],
    ])(
      "nothing that was asked before it is applied, nor does the old cookie come back: %s",
      async (_where, reader) => {
        const browser = await openWithSlowRead(reader, { dialect });
        const { server, tabs, finish, advance, read } = browser;
        await finish(mutate(tabs[0]!));
        await advance(100);
        expect(browser.shown()).toEqual([shown, shown, shown]);
        await advance(10_000);
        expect(browser.shown()).toEqual([shown, shown, shown]);
        for (const { history } of tabs) expect(history).toEqual(["loading", "Ada", shown]);
        expect(server.user?.name ?? "").toBe(owner);
        const known = await read;
        expect(known?.user?.name ?? "nobody").toBe(shown);
      },
    );

    test.each([
      ["the same tab", 0],
      ["another tab", 1],
    ])("reads are aborted before its POST leaves: %s", async (_where, reader) => {
      const { server, tabs, finish } = await openWithSlowRead(reader, { dialect });
      const from = server.log.length;
      await finish(mutate(tabs[0]!));
      const log = server.log.slice(from);
      expect(log).toContain("abort GET session");
      expect(log.indexOf("abort GET session")).toBeLessThan(log.indexOf(`POST ${endpoint}`));
    });

    test("an answer that cannot be aborted is not applied either", async () => {
      const browser: Browser = openBrowser({
        tabs: 3,
        user: ada,
        dialect,
        fetch: (url, init) => browser.server.fetch(url, { ...init, signal: null }),
      });
      const { server, tabs, advance, finish } = browser;
      await advance(6000);
      server.fault = async () => {
        const { user } = server;
        const answer = new Response(JSON.stringify({ user, expires: "2026-02-01T00:00:00.000Z" }));
        await new Promise<void>((resolve) => world.clock.schedule(resolve, 3000));
        return answer;
      };
      const { world } = browser;
      const reads = [tabs[0]!.client.getSession(), tabs[1]!.client.getSession()];
      await advance(50);
      server.fault = undefined;
      await finish(mutate(tabs[0]!));
      await advance(10_000);
      expect(browser.shown()).toEqual([shown, shown, shown]);
      for (const { history } of tabs) expect(history).toEqual(["loading", "Ada", shown]);
      await Promise.all(reads);
    });
  });
});

describe("a sign-out during an update", () => {
  test.each([
    ["the same tab", 0],
    ["another tab", 1],
  ])("wins, and the update rejects: %s", async (_, updater) => {
    const { server, tabs, advance, finish, shown } = openBrowser({ tabs: 3, user: ada });
    await advance(6000);
    server.latencyMs = 1000;
    const updated = tabs[updater]!.client.update({ name: "Countess" });
    updated.catch(() => {});
    await advance(1500);
    expect(server.count("POST session")).toBe(1);
    server.latencyMs = 10;
    await finish(tabs[0]!.client.signOut({ redirect: false }));
    await advance(10_000);
    await expect(updated).rejects.toMatchObject({ name: "SessionFetchError", code: "aborted" });
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    expect(server.user).toBeNull();
    for (const { history } of tabs) expect(history).toEqual(["loading", "Ada", "nobody"]);
  });
});

test("an update in another tab does not abort one's own", async () => {
  const { server, tabs, advance, shown } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  server.latencyMs = 300;
  const first = tabs[0]!.client.update({ name: "Countess" });
  await advance(350);
  const second = tabs[1]!.client.update({ name: "Lovelace" });
  await advance(5000);
  await expect(first).resolves.toMatchObject({ user: { id: "1" } });
  await expect(second).resolves.toMatchObject({ user: { name: "Lovelace" } });
  expect(shown()).toEqual(["Lovelace", "Lovelace"]);
});

test("a read finds the outcome of an update that a failed sign-in has aborted", async () => {
  const { server, tabs, advance, finish, shown } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  server.latencyMs = 1000;
  const updated = tabs[0]!.client.update({ name: "Countess" });
  updated.catch(() => {});
  await advance(1500);
  expect(server.count("POST session")).toBe(1);
  server.latencyMs = 10;
  await finish(tabs[1]!.client.signIn("credentials", { redirect: false, password: "no" }));
  await advance(10_000);
  await expect(updated).rejects.toMatchObject({ code: "aborted" });
  // The server had carried it out, which no tab was told.
  expect(shown()).toEqual(["Countess", "Countess"]);
});
