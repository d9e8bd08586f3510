import { describe, expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

/** Whether anything of a session is in what a browser keeps. */
function tells(kept: Iterable<unknown>): boolean {
  return /Ada|Countess|Grace|"user"|"id"|"expires"|@|token/.test([...kept].join());
}

describe.each(dialects)("%s", (dialect) => {
  test.each([true, false])(
    "nothing of the session is kept in storage (channel: %s)",
    async (hasChannel) => {
      const { world, tabs, advance, finish } = openBrowser({ tabs: 3, dialect, hasChannel });
      await advance(100);
      const { client } = tabs[0]!;
      await finish(client.signIn("credentials", { redirect: false, password: "Ada" }));
      await finish(client.update({ name: "Countess" }));
      await finish(client.getSession());
      await finish(client.signIn("credentials", { redirect: false, password: "Grace" }));
      expect(world.hub.storage.size).toBeGreaterThan(0);
      expect(tells(world.hub.storage)).toBe(false);
      const values = [...world.hub.storage.values()];
      await finish(client.signOut({ redirect: false }));
      expect([...world.hub.storage.values()]).not.toEqual(values);
      expect(tells(world.hub.storage)).toBe(false);
    },
  );
});

test("reads change no revision, but signal a new user to tabs of next-auth", async () => {
  const { world, tabs, advance, finish } = openBrowser({
    user: ada,
    client: { refetchInterval: 1 },
  });
  await advance(5000);
  await finish(tabs[0]!.client.getSession());
  expect([...world.hub.storage.keys()]).toEqual(["nextauth.message"]);
});

describe("without a channel", () => {
  test("each tab keeps itself right, if there is no storage either", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({
      tabs: 3,
      hasChannel: false,
      hasStorage: false,
      client: { refetchInterval: 10 },
    });
    await advance(5000);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    const signIn = tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" });
    await expect(finish(signIn)).resolves.toMatchObject({ ok: true });
    expect(tabs[0]!.shows()).toBe("Ada");
    await Promise.all(tabs.map(({ client }) => finish(client.getSession())));
    expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
    server.user = null;
    await advance(12_000);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  });

  test("a tab in the page cache learns by the revision that its session may be outdated", async () => {
    const { tabs, advance, finish } = openBrowser({ tabs: 2, user: ada, hasChannel: false });
    await advance(200);
    tabs[1]!.tab.enterPageCache();
    await finish(tabs[0]!.client.signOut({ redirect: false }));
    tabs[1]!.tab.leavePageCache();
    expect(tabs[1]!.shows()).toBe("loading");
    await advance(100);
    expect(tabs[1]!.shows()).toBe("nobody");
  });
});

describe("with storage messages in place of a channel", () => {
  test("other tabs read again, and no message contains the session", async () => {
    const { world, tabs, shown, advance, finish } = openBrowser({ tabs: 3, hasChannel: false });
    await advance(200);
    await finish(tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" }));
    await advance(2000);
    expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
    await finish(tabs[0]!.client.update({ name: "Countess" }));
    await advance(2000);
    expect(shown()).toEqual(["Countess", "Countess", "Countess"]);
    await finish(tabs[2]!.client.signOut({ redirect: false }));
    await advance(2000);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    expect(world.hub.posted.length).toBeGreaterThan(0);
    const told = world.hub.posted.map((message) => JSON.stringify(message)).join();
    expect(told).not.toMatch(/Ada|Countess|Grace|"user"|"id"/);
  });

  test("a session that the server has ended is gone from all tabs when one of them has asked", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({
      ...{ tabs: 4, user: ada, hasChannel: false },
    });
    await advance(10_000);
    server.user = null;
    const before = server.count("GET session");
    await finish(tabs[1]!.client.getSession());
    await advance(5000);
    expect(shown()).toEqual(["nobody", "nobody", "nobody", "nobody"]);
    expect(server.count("GET session") - before).toBe(4);
    await advance(60_000);
    expect(server.count("GET session") - before).toBe(4);
  });
});
