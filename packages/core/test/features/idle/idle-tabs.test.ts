import { describe, expect, test } from "vitest";
import { openIdleBrowser } from "./idle-browser.ts";

/** What a browser may lack. */
const means: [string, object][] = [
  ["with all", {}],
  ["without locks", { hasLocks: false }],
  ["with a channel only", { hasStorage: false }],
  ["with a channel only, without locks", { hasStorage: false, hasLocks: false }],
  ["with storage only", { hasChannel: false }],
  ["with storage only, without locks", { hasChannel: false, hasLocks: false }],
];

describe.each(means)("several tabs, %s", (_, options) => {
  test("activity in one keeps all", async () => {
    const { tabs, advance, idleShown, posts } = await openIdleBrowser({ tabs: 3, ...options });
    for (let i = 0; i < 5; i++) {
      await advance(30_000);
      tabs[i % 2]!.tab.act();
    }
    await advance(30_000);
    expect(idleShown()).toEqual(["active", "active", "active"]);
    expect(posts()).toBe(0);
  });

  test("all warn with the same number, and “stay” in one is “stay” in all", async () => {
    const { tabs, advance, idleShown } = await openIdleBrowser({ tabs: 3, ...options });
    await advance(47_500);
    expect(idleShown()).toEqual(["warning 13", "warning 13", "warning 13"]);
    tabs[2]!.idle.stay();
    await advance(10);
    expect(idleShown()).toEqual(["active", "active", "active"]);
    for (const { idleHistory } of tabs)
      expect(idleHistory).toEqual(["off", "active", "warning", "active"]);
  });

  test("all sign out by one POST", async () => {
    const { tabs, advance, idleShown, shown, posts } = await openIdleBrowser({
      tabs: 5,
      ...options,
    });
    // By storage alone, the tabs read the session one after the other.
    await advance(66_000);
    expect(idleShown()).toEqual(Array(5).fill("signedOut"));
    expect(shown()).toEqual(Array(5).fill("nobody"));
    await advance(120_000);
    expect(posts()).toBe(1);
    for (const { idleHistory } of tabs) {
      expect(idleHistory).toEqual(["off", "active", "warning", "signingOut", "signedOut"]);
    }
  });

  test("a tab that is opened during the warning shows it, too", async () => {
    const { open, advance, idleShown } = await openIdleBrowser({ tabs: 1, ...options });
    await advance(50_000);
    const { idleHistory } = open(options);
    await advance(200);
    expect(idleShown()).toEqual(["warning 10", "warning 10"]);
    expect(idleHistory).toEqual(["off", "warning"]);
  });

  test("a tab with the rendered session that is opened during the warning shows it, too", async () => {
    const { open, advance, idleShown, tabs } = await openIdleBrowser({ tabs: 1, ...options });
    await advance(50_000);
    const session = tabs[0]!.client.getSnapshot().data!;
    const { idleHistory } = open({ ...options, client: { session } } as object);
    await advance(200);
    expect(idleShown()).toEqual(["warning 10", "warning 10"]);
    expect(idleHistory.at(-1)).toBe("warning");
    expect(idleHistory).not.toContain("active");
  });
});

test("without a channel and storage each tab has a clock of its own", async () => {
  const alone = { hasChannel: false, hasStorage: false };
  const { tabs, advance, posts } = await openIdleBrowser({ tabs: 2, ...alone });
  await advance(30_000);
  tabs[1]!.tab.act();
  await advance(31_000);
  expect(tabs[0]!.idleHistory.at(-1)).toBe("signedOut");
  expect(posts()).toBe(1);
});

test("with a storage that is full the channel is enough, also for a new tab", async () => {
  const { tabs, open, advance, idleShown, world, posts } = await openIdleBrowser({ tabs: 2 });
  // What is stored stays there, and nothing is added.
  world.hub.storage.set = () => world.hub.storage;
  await advance(30_000);
  tabs[0]!.tab.act();
  await advance(50_000);
  expect(idleShown()).toEqual(["warning 10", "warning 10"]);
  open();
  await advance(500);
  expect(idleShown()).toEqual(["warning 10", "warning 10", "warning 10"]);
  tabs[1]!.idle.stay();
  await advance(100);
  expect(idleShown()).toEqual(["active", "active", "active"]);
  expect(posts()).toBe(0);
});

test("a hidden tab leaves the sign-out to a visible one", async () => {
  const { tabs, advance, server } = await openIdleBrowser({ tabs: 3 });
  tabs[0]!.tab.hide();
  tabs[2]!.tab.hide();
  await advance(62_000);
  expect(server.last("POST signout").from).toBe(1);
});

test("a hidden tab signs out if there is no other", async () => {
  const { tabs, advance, posts } = await openIdleBrowser();
  tabs[0]!.tab.hide();
  await advance(62_000);
  expect(posts()).toBe(1);
});

test("a message that is no record changes nothing", async () => {
  const { tabs, advance, idleShown, world, posts } = await openIdleBrowser({ tabs: 2 });
  const bad = [null, 1, "over", {}, [], { since: -1 }, { since: "x", activeAt: 1 }];
  const far = { since: 1e300, activeAt: 1, phase: 3, attempt: 0, dueAt: 0 };
  for (const message of [...bad, far]) world.hub.inject("sojourn:/api/auth:idle", message);
  world.hub.storage.set("sojourn:/api/auth:idle#", "{");
  await advance(100);
  world.hub.storage.set("sojourn:/api/auth:idle#", JSON.stringify(far));
  await advance(100);
  expect(idleShown()).toEqual(["active", "active"]);
  tabs[0]!.tab.act();
  await advance(59_000);
  expect(posts()).toBe(0);
  await advance(2000);
  expect(posts()).toBe(1);
});

test("nothing of the session is stored or sent", async () => {
  const { advance, world } = await openIdleBrowser({ tabs: 2 });
  await advance(62_000);
  const stored = world.hub.storage.get("sojourn:/api/auth:idle#");
  expect(Object.keys(JSON.parse(stored!)).toSorted()).toEqual([
    "activeAt",
    "attempt",
    "dueAt",
    "phase",
    "since",
  ]);
});
