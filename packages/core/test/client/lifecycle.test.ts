import { describe, expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser, type OpenTab, type Browser } from "../support/browser.ts";

const polling = { refetchInterval: 1 };

/** What is alive in a browser: timers, channels, locks, listeners. */
function alive({ world, tabs }: Browser): number[] {
  const listeners = tabs.reduce((sum, { tab }) => sum + tab.listenerCount(), 0);
  return [world.clock.pendingTimers(), world.hub.channelCount(), world.hub.lockCount(), listeners];
}

const nothing = [0, 0, 0, 0];

test("nothing is alive before the first subscriber", async () => {
  const browser = openBrowser({ tabs: 3, user: ada, isWatched: false, client: polling });
  const { server, tabs, advance, world } = browser;
  const { client } = tabs[0]!;
  client.getSnapshot();
  client.getServerSnapshot();
  client.observe().getSnapshot();
  client.on("signedIn", () => {});
  client.setOptions(polling);
  await advance(60_000);
  expect(alive(browser)).toEqual(nothing);
  expect(server.requests).toHaveLength(0);
  expect(world.hub.posted).toHaveLength(0);
  expect(client.getSnapshot().status).toBe("loading");
});

test("nothing is alive a second after the last subscriber has left", async () => {
  const browser = openBrowser({ tabs: 3, user: ada, isWatched: false, client: polling });
  const { tabs, advance, server } = browser;
  const stops = tabs.flatMap((tab) => [tab.watch(), tab.watch()]);
  await advance(5000);
  expect(alive(browser).every(Boolean) || alive(browser)[2] === 0).toBe(true);
  for (const stop of stops) stop();
  await advance(1100);
  expect(alive(browser)).toEqual(nothing);
  const before = server.requests.length;
  await advance(60_000);
  expect(server.requests).toHaveLength(before);
});

test("a request that has no subscriber any more is aborted", async () => {
  const browser = openBrowser({ user: ada, isWatched: false });
  const { tabs, advance, server } = browser;
  server.latencyMs = 5000;
  const stop = tabs[0]!.watch();
  await advance(100);
  stop();
  await advance(1500);
  expect(server.log).toEqual(["GET session", "abort GET session"]);
  await advance(5000);
  expect(alive(browser)).toEqual(nothing);
  expect(tabs[0]!.shows()).toBe("loading");
});

test("a thousand mounts and unmounts cost one request and leave nothing behind", async () => {
  const browser = openBrowser({ user: ada, isWatched: false });
  const { tabs, advance, server } = browser;
  for (let i = 0; i < 1000; i++) {
    const stop = tabs[0]!.watch();
    if (i === 500) await advance(100);
    stop();
  }
  expect(server.requests.length).toBeLessThanOrEqual(1);
  await advance(1100);
  expect(alive(browser)).toEqual(nothing);
  expect(server.requests.length).toBeLessThanOrEqual(1);
});

test("StrictMode's second mount finds what was handed over, though there is no storage", () => {
  const { tabs } = openBrowser({
    hasStorage: false,
    isWatched: false,
    client: { session: { user: ada, expires: "2026-02-01T00:00:00.000Z" } },
  });
  const { client } = tabs[0]!;
  client.subscribe(() => {})();
  client.subscribe(() => {});
  expect(tabs[0]!.shows()).toBe("Ada");
});

test("what comes and goes at once keeps nothing alive, not even for a moment", () => {
  const browser = openBrowser({ user: ada, isWatched: false, tabs: 2 });
  browser.tabs[0]!.watch()();
  expect(alive(browser)).toEqual(nothing);
});

test("StrictMode's second mount costs no second request, nor a second hello", async () => {
  const { world, tabs, advance, server } = openBrowser({ user: ada, isWatched: false });
  const { client } = tabs[0]!;
  client.subscribe(() => {})();
  client.subscribe(() => {});
  await advance(100);
  expect(server.requests).toHaveLength(1);
  const before = world.hub.posted.length;
  client.subscribe(() => {})();
  await advance(5000);
  expect(world.hub.posted).toHaveLength(before);
  expect(server.requests).toHaveLength(1);
});

test("StrictMode's second mount asks, where something was missed before the first", async () => {
  const { tabs, shown, advance, finish } = openBrowser({ tabs: 2, user: ada, isWatched: false });
  const [first, second] = tabs;
  const stop = first!.watch();
  await advance(100);
  stop();
  await advance(5000);
  await finish(second!.client.signOut({ redirect: false }));
  await advance(5000);
  first!.client.subscribe(() => {})();
  first!.client.subscribe(() => {});
  await advance(100);
  expect(shown()[0]).toBe("nobody");
});

test("who comes back within the linger finds everything as it was", async () => {
  const { tabs, advance, server } = openBrowser({ user: ada, isWatched: false });
  const stop = tabs[0]!.watch();
  await advance(10_000);
  stop();
  await advance(900);
  tabs[0]!.watch();
  await advance(10_000);
  expect(server.requests).toHaveLength(1);
  expect(tabs[0]!.tab.listenerCount()).toBeGreaterThan(0);
  server.user = null;
  tabs[0]!.tab.show();
  await advance(100);
  expect(tabs[0]!.shows()).toBe("nobody");
});

test("a client that lingers starts no read, whatever the page does, until a subscriber returns", async () => {
  const { tabs, advance, server } = openBrowser({ user: ada, isWatched: false });
  const [{ tab, watch }] = tabs as [OpenTab];
  const stop = watch();
  await advance(10_000);
  stop();
  tab.hide();
  tab.show();
  await advance(500);
  expect(server.requests).toHaveLength(1);
  watch();
  await advance(500);
  expect(server.requests).toHaveLength(2);
});

test.each([
  [3000, 1],
  [60_000, 2],
])(
  "a subscriber that returns after %i ms sees at once what was known; that makes %i requests",
  async (ms, requests) => {
    const browser = openBrowser({ user: ada, isWatched: false });
    const { tabs, advance, server } = browser;
    const stop = tabs[0]!.watch();
    await advance(100);
    stop();
    await advance(ms);
    expect(alive(browser)).toEqual(nothing);
    tabs[0]!.watch();
    expect(tabs[0]!.shows()).toBe("Ada");
    await advance(100);
    expect(server.requests).toHaveLength(requests);
    expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
  },
);

test("a session that has ended meanwhile is not shown for long to a subscriber that returns", async () => {
  const { tabs, advance, server } = openBrowser({ user: ada, isWatched: false });
  server.maxAge = 60;
  const stop = tabs[0]!.watch();
  await advance(100);
  stop();
  await advance(120_000);
  tabs[0]!.watch();
  await advance(50);
  expect(tabs[0]!.shows()).toBe("nobody");
});

const calls: [string, (browser: Browser) => Promise<unknown>][] = [
  ["getSession()", (browser) => browser.tabs[0]!.client.getSession()],
  ["getProviders()", (browser) => browser.tabs[0]!.client.getProviders()],
  ["getCsrfToken()", (browser) => browser.tabs[0]!.client.getCsrfToken()],
  ["update()", (browser) => browser.tabs[0]!.client.update()],
  ["signOut()", (browser) => browser.tabs[0]!.client.signOut({ redirect: false })],
];

test.each(calls)("%s works without a subscriber, and leaves nothing behind", async (_, call) => {
  const browser = openBrowser({ user: ada, isWatched: false });
  await expect(browser.finish(call(browser))).resolves.toBeTruthy();
  await browser.advance(1200);
  expect(alive(browser)).toEqual(nothing);
});

test("getSession() without a subscriber is one request, and is announced to other tabs", async () => {
  const { server, open, shown, advance, finish } = openBrowser();
  await advance(100);
  const second = open({ isWatched: false });
  server.user = ada;
  await expect(finish(second.client.getSession())).resolves.toMatchObject({ user: ada });
  await advance(100);
  expect(shown()).toEqual(["Ada", "Ada"]);
  expect(server.requests).toHaveLength(2);
});

describe("a page without a subscriber for a while", () => {
  test.each([
    ["a sign-out that it could not learn of", true],
    ["no change", false],
  ])("after %s: asks again although its answer is fresh: %s", async (_, hasChanged) => {
    const { server, tabs, advance, finish } = openBrowser({ tabs: 2, user: ada, isWatched: false });
    const leave = tabs[0]!.watch();
    await advance(100);
    leave();
    await advance(1100);
    if (hasChanged) await finish(tabs[1]!.client.signOut({ redirect: false }));
    await advance(1100);
    const before = server.count("GET session");
    tabs[0]!.watch();
    await advance(100);
    expect(server.count("GET session") - before).toBe(hasChanged ? 1 : 0);
    expect(tabs[0]!.shows()).toBe(hasChanged ? "nobody" : "Ada");
  });
});
