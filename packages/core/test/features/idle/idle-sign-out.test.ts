import { describe, expect, test } from "vitest";
import { answering, failing, hanging } from "../../support/faults.ts";
import { openIdleBrowser } from "./idle-browser.ts";

describe("a sign-out that fails", () => {
  test("is shown in all tabs with its error, and is tried again by one tab at a time", async () => {
    const { tabs, advance, idleShown, posts, server } = await openIdleBrowser({ tabs: 3 });
    server.fault = failing("POST signout", answering(500), 3);
    await advance(60_600);
    expect(idleShown()).toEqual(Array(3).fill("signingOut 1"));
    const errors = tabs.map(({ idle }) => (idle.getSnapshot() as { error?: unknown }).error);
    expect(errors.filter(Boolean)).toMatchObject([{ name: "SessionFetchError", status: 500 }]);
    await advance(1400);
    expect(idleShown()).toEqual(Array(3).fill("signingOut 2"));
    expect(posts()).toBe(2);
    await advance(20_000);
    expect(idleShown()).toEqual(Array(3).fill("signedOut"));
    expect(posts()).toBe(4);
  });

  test("never leads back to “active”, whatever the user does", async () => {
    const { tabs, advance, idleShown, server } = await openIdleBrowser({ tabs: 2 });
    server.fault = failing("POST signout", answering(503));
    await advance(61_000);
    for (let i = 0; i < 100; i++) {
      tabs[0]!.tab.act();
      tabs[1]!.idle.stay();
      await advance(1000);
    }
    for (const { idleHistory } of tabs) {
      expect(idleHistory).toEqual(["off", "active", "warning", "signingOut"]);
    }
    server.fault = undefined;
    await advance(31_000);
    expect(idleShown()).toEqual(["signedOut", "signedOut"]);
  });

  test("is tried at once when the device is online again", async () => {
    const { tabs, advance, idleShown, posts } = await openIdleBrowser({ tabs: 2 });
    for (const { tab } of tabs) tab.goOffline();
    await advance(300_000);
    expect(idleShown().join()).toMatch(/signingOut \d+,signingOut \d+/);
    expect(posts()).toBe(0);
    for (const { tab } of tabs) tab.goOnline();
    await advance(500);
    expect(idleShown()).toEqual(["signedOut", "signedOut"]);
    expect(posts()).toBe(1);
  });

  test("is tried again at most every thirty seconds", async () => {
    const { advance, posts, server } = await openIdleBrowser({ tabs: 2 });
    server.fault = failing("POST signout", answering(500));
    await advance(200_000);
    const before = posts();
    await advance(300_000);
    expect(posts() - before).toBeGreaterThanOrEqual(9);
    expect(posts() - before).toBeLessThanOrEqual(10);
  });

  test("a server that does not answer is given up, and the tabs do not post at the same time", async () => {
    const { tabs, advance, posts, server } = await openIdleBrowser({ tabs: 3 });
    server.fault = failing("POST signout", hanging, 1);
    await advance(61_000);
    await advance(58_000);
    expect(posts()).toBe(1);
    await advance(5000);
    expect(posts()).toBe(2);
    for (const { idleHistory } of tabs) expect(idleHistory.at(-1)).toBe("signedOut");
  });
});

describe.each([
  ["with locks", true],
  ["without locks", false],
])("the tab that would sign out, %s", (_, hasLocks) => {
  async function untilOnePosts() {
    const browser = await openIdleBrowser({ tabs: 3, hasLocks });
    browser.server.fault = failing("GET csrf", hanging, 1);
    await browser.advance(60_500);
    const { from } = browser.server.last("GET csrf");
    return { ...browser, poster: browser.tabs[from]! };
  }

  test("is frozen: another one takes over within 25 seconds", async () => {
    const { poster, advance, posts, idleShown } = await untilOnePosts();
    poster.tab.freeze();
    await advance(25_000);
    expect(posts()).toBe(1);
    expect(idleShown().filter((it) => it === "signedOut")).toHaveLength(2);
    poster.tab.thaw();
    await advance(1000);
    expect(idleShown()).toEqual(Array(3).fill("signedOut"));
  });

  test("is closed: another one takes over within 25 seconds", async () => {
    const { poster, advance, posts, idleShown } = await untilOnePosts();
    poster.tab.crash();
    await advance(25_000);
    expect(posts()).toBe(1);
    expect(idleShown().filter((it) => it === "signedOut")).toHaveLength(2);
  });
});

test("a lock that a frozen page of before holds delays the sign-out by ten seconds", async () => {
  const { world, advance, posts } = await openIdleBrowser({ tabs: 2 });
  world.hub.holdLocks();
  await advance(69_000);
  expect(posts()).toBe(0);
  await advance(4000);
  expect(posts()).toBeGreaterThan(0);
});

test("two attempts of one tab within the time that a lock is kept do not lose it", async () => {
  const { tabs, world, advance, idleShown, posts, server } = await openIdleBrowser();
  const { tab, idleShows } = tabs[0]!;
  server.fault = failing("POST signout", answering(500));
  while (idleShows() !== "signingOut 1") await advance(5);
  // The next attempt is due at once, before the lock is given back.
  const environment = tab.environment as { random: () => number };
  environment.random = () => 0;
  tab.goOffline();
  tab.goOnline();
  server.fault = undefined;
  await advance(200);
  expect(posts()).toBe(2);
  expect(idleShown()).toEqual(["signedOut"]);
  await advance(500);
  expect(world.hub.lockCount()).toBe(0);
});

test("a page that is left while it asks for the lock does not keep it", async () => {
  const { tabs, world, advance } = await openIdleBrowser();
  const answerLocks = world.hub.hangLocks();
  await advance(60_250);
  tabs[0]!.tab.enterPageCache();
  answerLocks();
  await advance(0);
  expect(world.hub.lockCount()).toBe(0);
});

test("a lock about which the browser does not answer delays the sign-out by a second", async () => {
  const { world, advance, posts } = await openIdleBrowser();
  world.hub.hangLocks();
  await advance(61_500);
  expect(posts()).toBe(1);
});

test("with options of its own it leads where the app says", async () => {
  const { tabs, advance, idleShown } = await openIdleBrowser({
    tabs: 2,
    idle: { signOut: { callbackUrl: "/bye" } },
  });
  await advance(62_000);
  expect(tabs.flatMap(({ tab }) => tab.navigations)).toEqual(["https://app.example/bye"]);
  expect(idleShown()).toEqual(["signedOut", "signedOut"]);
});
