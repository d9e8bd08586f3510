import { describe, expect, test } from "vitest";
import { ada, grace } from "../support/auth-server.ts";
import { CHANNELS_PER_TAB, openBrowser, type OpenTab } from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const asGrace = { redirect: false, password: "Grace" } as const;

async function openTwo(options: Parameters<typeof openBrowser>[0] = {}) {
  const browser = openBrowser({ tabs: 2, user: ada, ...options });
  await browser.advance(2000);
  return { ...browser, first: browser.tabs[0]!, second: browser.tabs[1]! };
}

const changes: [string, (tab: OpenTab) => Promise<unknown>, string][] = [
  ["signed in as another user", ({ client }) => client.signIn("credentials", asGrace), "Grace"],
  ["signed out", ({ client }) => client.signOut({ redirect: false }), "nobody"],
  ["updated the session", ({ client }) => client.update({ name: "Countess" }), "Countess"],
];

describe("a page in the back/forward cache", () => {
  test("has no channel, no lock, no timer and no request", async () => {
    const { world, server, first, second, advance } = await openTwo({
      client: { refetchInterval: 1 },
    });
    second.tab.crash();
    server.latencyMs = 5000;
    await advance(1200);
    expect(world.hub.lockCount()).toBe(1);
    first.tab.enterPageCache();
    await advance(0);
    expect(world.hub.channelCount()).toBe(0);
    expect(world.hub.lockCount()).toBe(0);
    expect(server.log.at(-1)).toBe("abort GET session");
    // The one left is the server's, which takes its time.
    expect(world.clock.pendingTimers()).toBe(1);
    await advance(6000);
    expect(world.clock.pendingTimers()).toBe(0);
    const before = server.requests.length;
    await advance(60_000);
    expect(server.requests).toHaveLength(before);
  });

  test("does not keep a caller of getSession() waiting for ever", async () => {
    const { server, first, advance } = await openTwo();
    server.fault = failing("GET session", hanging);
    const read = first.client.getSession();
    await advance(100);
    first.tab.enterPageCache();
    await advance(100);
    await expect(read).resolves.toMatchObject({ user: ada });
  });

  test("whose update was aborted holds no reads back when it is back during a sign-out", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 3, user: ada });
    const [first, , third] = tabs;
    server.latencyMs = 10;
    await advance(6000);
    third!.client.update({ name: "Countess" }).catch(() => {});
    third!.tab.enterPageCache();
    third!.tab.freeze();
    await advance(6000);
    const signOut = first!.client.signOut({ redirect: false });
    third!.tab.thaw();
    third!.tab.leavePageCache();
    await finish(signOut);
    await advance(100);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  });

  test("whose read after a failed update it has cut off leaves that read to the others", async () => {
    const { server, shown, first, advance } = await openTwo();
    server.fault = failing("POST session", answering(500));
    server.latencyMs = 200;
    first.client.update({ name: "Countess" }).catch(() => {});
    await advance(300);
    server.fault = undefined;
    await advance(200);
    expect(server.log.at(-1)).toBe("GET session");
    const before = server.count("GET session");
    first.tab.enterPageCache();
    await advance(1000);
    expect(server.log).toContain("abort GET session");
    expect(server.count("GET session")).toBe(before + 1);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test("is not what a hidden page is", async () => {
    const { world, first, second, advance, finish } = await openTwo();
    first.tab.hide();
    await advance(1000);
    expect(world.hub.channelCount()).toBe(2 * CHANNELS_PER_TAB);
    await finish(second.client.signIn("credentials", asGrace));
    await advance(100);
    expect(first.shows()).toBe("Grace");
  });
});

describe("a page that comes back", () => {
  test("asks again at once, and shows what it knew meanwhile", async () => {
    const { server, first, advance } = await openTwo();
    first.tab.enterPageCache();
    await advance(1000);
    server.latencyMs = 200;
    first.tab.leavePageCache();
    expect(first.shows()).toBe("Ada");
    await advance(10);
    expect(server.count("GET session")).toBe(2);
    await advance(1000);
    expect(first.history).toEqual(["loading", "Ada"]);
    expect(server.count("GET session")).toBe(2);
  });

  test.each(changes)(
    "is loading, and never shows the old user, if another tab has %s meanwhile",
    async (_, change, shown) => {
      const { first, second, advance, finish } = await openTwo();
      first.tab.enterPageCache();
      await advance(1000);
      await finish(change(second));
      first.tab.leavePageCache();
      expect(first.client.getSnapshot()).toMatchObject({ status: "loading", data: undefined });
      await advance(200);
      expect(first.history).toEqual(["loading", "Ada", "loading", shown]);
    },
  );

  test("is loading, if another tab has found another user there than before", async () => {
    const { server, first, second, advance, finish } = await openTwo();
    first.tab.enterPageCache();
    server.user = grace;
    await finish(second.client.getSession());
    first.tab.leavePageCache();
    expect(first.shows()).toBe("loading");
    await advance(100);
    expect(first.history).toEqual(["loading", "Ada", "loading", "Grace"]);
  });

  test("is not, if a tab has opened meanwhile, and found the same one", async () => {
    const { first, second, open, advance } = await openTwo();
    second.tab.crash();
    first.tab.enterPageCache();
    const opened = open();
    await advance(1000);
    expect(opened.shows()).toBe("Ada");
    first.tab.leavePageCache();
    expect(first.shows()).toBe("Ada");
  });

  test("is loading where there is no storage to tell whether anything has changed", async () => {
    const { first, advance } = await openTwo({ hasStorage: false });
    first.tab.enterPageCache();
    await advance(1000);
    first.tab.leavePageCache();
    expect(first.shows()).toBe("loading");
    await advance(100);
    expect(first.history).toEqual(["loading", "Ada", "loading", "Ada"]);
  });

  test("is loading on its second return too, if only then something had changed", async () => {
    const { first, second, advance, finish } = await openTwo();
    await finish(second.client.update({ name: "Countess" }));
    await advance(100);
    first.tab.enterPageCache();
    first.tab.leavePageCache();
    expect(first.shows()).toBe("Countess");
    await advance(100);
    first.tab.enterPageCache();
    await finish(second.client.signOut({ redirect: false }));
    first.tab.leavePageCache();
    expect(first.shows()).toBe("loading");
  });

  test.each([
    ["500", answering(500)],
    ["nothing", hanging],
  ])(
    "does not show the old user if the server answers %s, nor loads for ever",
    async (_, failure) => {
      const { server, first, second, advance, finish } = await openTwo();
      first.tab.enterPageCache();
      await finish(second.client.signIn("credentials", asGrace));
      second.tab.crash();
      server.fault = failing("GET session", failure);
      first.tab.leavePageCache();
      await advance(11_000);
      expect(first.history).toEqual(["loading", "Ada", "loading", "nobody"]);
      server.fault = undefined;
      await advance(60_000);
      expect(first.shows()).toBe("Grace");
    },
  );

  test("announces nothing that it knew before it has read", async () => {
    const { server, first, second, open, advance } = await openTwo();
    first.tab.enterPageCache();
    second.tab.crash();
    server.user = null;
    server.latencyMs = 300;
    first.tab.leavePageCache();
    await advance(10);
    const third = open();
    await advance(2000);
    expect(third.history).toEqual(["loading", "nobody"]);
  });

  test("receives announcements again, and polls again", async () => {
    const { server, first, second, advance, finish } = await openTwo({
      client: { refetchInterval: 5 },
    });
    first.tab.enterPageCache();
    await advance(60_000);
    first.tab.leavePageCache();
    await advance(100);
    second.tab.crash();
    const before = server.count("GET session");
    await advance(20_000);
    expect(server.count("GET session")).toBeGreaterThanOrEqual(before + 3);
    await finish(first.client.signOut({ redirect: false }));
    expect(first.shows()).toBe("nobody");
  });

  test("keeps its place in the cache: going in and out fifty times leaks nothing", async () => {
    const { world, first, second, advance } = await openTwo();
    second.tab.crash();
    await advance(100);
    const before = [
      world.clock.pendingTimers(),
      first.tab.listenerCount(),
      world.hub.channelCount(),
    ];
    for (let i = 0; i < 50; i++) {
      first.tab.enterPageCache();
      await advance(10);
      first.tab.leavePageCache();
      await advance(100);
    }
    const after = [
      world.clock.pendingTimers(),
      first.tab.listenerCount(),
      world.hub.channelCount(),
    ];
    expect(after).toEqual(before);
    expect(first.shows()).toBe("Ada");
  });
});

test.each([[grace], [null]])(
  "shows nobody after the server's own page has changed the session, and the next page has found it so (%o)",
  async (user) => {
    const { server, tabs, open, advance } = openBrowser({ user: ada });
    const { tab, shows } = tabs[0]!;
    await advance(2000);
    tab.enterPageCache();
    server.user = user;
    const arrived = open({ isArrival: true });
    await advance(1000);
    expect(arrived.shows()).toBe(user ? "Grace" : "nobody");
    server.fault = failing("GET session", hanging);
    tab.leavePageCache();
    expect(shows()).toBe("loading");
  },
);

test("asks again at once, though another tab has asked a moment ago", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada, tabs: 2 });
  const [first, second] = tabs;
  await advance(6000);
  first!.tab.enterPageCache();
  await advance(1000);
  await finish(second!.client.getSession());
  await advance(2000);
  server.latencyMs = 50;
  server.user = grace;
  const before = server.count("GET session");
  first!.tab.leavePageCache();
  await advance(1000);
  expect(first!.shows()).toBe("Grace");
  // The other tab confirms what it is told: that another user is signed in.
  expect(server.count("GET session")).toBe(before + 2);
});
