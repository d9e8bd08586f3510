import { describe, expect, test } from "vitest";
import { openIdleBrowser, type IdleBrowser } from "./idle-browser.ts";

/** All pages stand still, and time passes. */
async function sleep({ tabs, advance }: IdleBrowser, ms: number): Promise<void> {
  for (const { tab } of tabs) tab.freeze();
  await advance(ms);
}

async function wake({ tabs }: IdleBrowser): Promise<void> {
  for (const { tab } of tabs) tab.thaw();
}

describe("a device that sleeps", () => {
  test("signs out at once when it wakes after the end; the first sign of a person revives nothing", async () => {
    const browser = await openIdleBrowser({ tabs: 2 });
    const { tabs, advance, posts, idleShown } = browser;
    await sleep(browser, 3_600_000);
    for (const { idleHistory } of tabs) idleHistory.length = 0;
    await wake(browser);
    tabs[0]!.tab.act("pointermove");
    expect(tabs[0]!.idleShows()).toBe("signingOut 0");
    tabs[1]!.idle.stay();
    expect(tabs[1]!.idleShows()).toBe("signingOut 0");
    await advance(1000);
    expect(idleShown()).toEqual(["signedOut", "signedOut"]);
    expect(posts()).toBe(1);
    for (const { idleHistory } of tabs) expect(idleHistory).toEqual(["signingOut", "signedOut"]);
  });

  test("notices it when the page is shown, without any timer", async () => {
    const { tabs, world } = await openIdleBrowser();
    const { tab, idleShows } = tabs[0]!;
    tab.hide();
    // In sleep, the clock by which timers run stands still.
    world.clock.step(3_600_000);
    tab.show();
    expect(idleShows()).toBe("signingOut 0");
  });

  test("notices it within ten seconds when nothing happens", async () => {
    const { world, advance, posts } = await openIdleBrowser();
    world.clock.step(3_600_000);
    await advance(10_300);
    expect(posts()).toBe(1);
  });

  test("goes on where it was when it wakes before the end", async () => {
    const browser = await openIdleBrowser();
    await sleep(browser, 50_000);
    await wake(browser);
    await browser.advance(100);
    expect(browser.idleShown()).toEqual(["warning 10"]);
  });
});

describe("a frozen tab", () => {
  test("does not count the activity of others as new when it is thawed", async () => {
    const { tabs, advance, posts } = await openIdleBrowser({ tabs: 2, hasStorage: false });
    tabs[1]!.tab.freeze();
    await advance(30_000);
    tabs[0]!.tab.act();
    await advance(100);
    tabs[0]!.tab.crash();
    await advance(3_600_000);
    tabs[1]!.tab.thaw();
    await advance(1000);
    expect(tabs[1]!.idleShows()).toBe("signedOut");
    expect(posts()).toBe(1);
    expect(tabs[1]!.idleHistory.slice(2)).not.toContain("active");
  });

  test("shows nothing but the end when it is thawed after the sign-out of another tab", async () => {
    const { tabs, advance, posts } = await openIdleBrowser({ tabs: 2 });
    tabs[1]!.tab.freeze();
    await advance(120_000);
    expect(posts()).toBe(1);
    tabs[1]!.tab.thaw();
    await advance(5000);
    expect(tabs[1]!.idleShows()).toBe("signedOut");
    expect(posts()).toBe(1);
  });

  test("keeps nobody signed in: its own activity before it was frozen counts from then", async () => {
    const { tabs, advance, posts } = await openIdleBrowser({ tabs: 2 });
    tabs[1]!.tab.act();
    await advance(500);
    tabs[1]!.tab.act();
    tabs[1]!.tab.freeze();
    await advance(61_000);
    expect(posts()).toBe(1);
  });
});

describe("the back/forward cache", () => {
  test("a page that comes back after the end of another tab shows no activity", async () => {
    const { tabs, advance, posts } = await openIdleBrowser({ tabs: 2 });
    const { tab, idleHistory, idleShows } = tabs[1]!;
    tab.enterPageCache();
    tab.freeze();
    await advance(120_000);
    idleHistory.length = 0;
    tab.thaw();
    tab.leavePageCache();
    await advance(2000);
    expect(idleHistory).not.toContain("active");
    expect(idleHistory).not.toContain("warning");
    expect(idleShows()).toBe("signedOut");
    expect(posts()).toBe(1);
  });

  test("a page that comes back alone after the end signs out at once", async () => {
    const { tabs, advance, posts } = await openIdleBrowser();
    const { tab, idleHistory, idleShows } = tabs[0]!;
    tab.enterPageCache();
    tab.freeze();
    await advance(120_000);
    idleHistory.length = 0;
    tab.thaw();
    tab.leavePageCache();
    await advance(2000);
    expect(idleShows()).toBe("signedOut");
    expect(idleHistory).not.toContain("active");
    expect(posts()).toBe(1);
  });

  test.each([
    ["with storage", true],
    ["with a channel only", false],
  ])("a page that comes back while another tab is in use goes on: %s", async (_, hasStorage) => {
    const { tabs, advance, posts, idleShown } = await openIdleBrowser({ tabs: 2, hasStorage });
    tabs[1]!.tab.enterPageCache();
    tabs[1]!.tab.freeze();
    for (let i = 0; i < 4; i++) {
      await advance(30_000);
      tabs[0]!.tab.act();
    }
    tabs[1]!.tab.thaw();
    tabs[1]!.tab.leavePageCache();
    await advance(2000);
    expect(idleShown()).toEqual(["active", "active"]);
    expect(posts()).toBe(0);
  });

  test("activity right before the page is left counts", async () => {
    const { tabs, open, advance } = await openIdleBrowser();
    tabs[0]!.tab.act();
    await advance(900);
    tabs[0]!.tab.act();
    tabs[0]!.tab.enterPageCache();
    tabs[0]!.tab.crash();
    await advance(44_000);
    open();
    await advance(500);
    expect(tabs[1]!.idleShows()).toBe("warning 16");
  });

  test("no channel is open meanwhile", async () => {
    const { tabs, world } = await openIdleBrowser();
    const { tab } = tabs[0]!;
    tab.enterPageCache();
    expect(world.hub.channelCount()).toBe(0);
  });
});

describe("a browser that is started again", () => {
  test("signs out at once after the end, and never shows any activity", async () => {
    const { tabs, open, advance, posts, shown } = await openIdleBrowser();
    await advance(30_000);
    tabs[0]!.tab.crash();
    await advance(24 * 3_600_000);
    const { idleHistory } = open();
    await advance(1000);
    expect(idleHistory).toEqual(["off", "signingOut", "signedOut"]);
    expect(shown()[1]).toBe("nobody");
    expect(posts()).toBe(1);
  });

  test("goes on before the end", async () => {
    const { tabs, open, advance } = await openIdleBrowser();
    await advance(10_000);
    tabs[0]!.tab.crash();
    await advance(35_000);
    const { idleShows, idleHistory } = open();
    await advance(300);
    expect(idleShows()).toBe("warning 15");
    expect(idleHistory).toEqual(["off", "warning"]);
  });

  test("ends what could not end before, though the clock was set back meanwhile", async () => {
    const { tabs, open, advance, posts, world } = await openIdleBrowser();
    tabs[0]!.tab.goOffline();
    await advance(70_000);
    expect(tabs[0]!.idleShows()).toMatch(/^signingOut/);
    tabs[0]!.tab.crash();
    world.clock.step(-3_600_000);
    const { idleHistory } = open();
    await advance(60_000);
    expect(idleHistory).toEqual(["off", "signingOut", "signedOut"]);
    expect(posts()).toBe(1);
  });
});

describe("a clock that is set", () => {
  test("back during the wait delays nothing in the pages that are open", async () => {
    const { world, advance, posts } = await openIdleBrowser({ tabs: 2 });
    await advance(30_000);
    world.clock.step(-3_600_000);
    await advance(31_000);
    expect(posts()).toBe(1);
  });

  test("back, a new page takes the clock of the others", async () => {
    const { tabs, open, world, advance, idleShown, posts } = await openIdleBrowser();
    world.clock.step(-3_600_000);
    await advance(20_000);
    open();
    await advance(500);
    tabs[1]!.tab.act();
    await advance(100);
    tabs[0]!.tab.act();
    await advance(45_000);
    expect(idleShown()).toEqual(["warning 15", "warning 15"]);
    tabs[1]!.idle.stay();
    await advance(50);
    expect(idleShown()).toEqual(["active", "active"]);
    await advance(61_000);
    expect(posts()).toBe(1);
  });

  test("back while the browser is closed gives one more idle time to the page that is opened", async () => {
    const { tabs, open, world, advance, posts } = await openIdleBrowser();
    tabs[0]!.tab.crash();
    world.clock.step(-3_600_000);
    open();
    await advance(61_000);
    expect(posts()).toBe(1);
  });

  test("forward counts as time that has passed, in every tab", async () => {
    const { world, advance, posts, idleShown } = await openIdleBrowser({ tabs: 2 });
    world.clock.step(45_000);
    await advance(10_000);
    expect(idleShown()).toEqual(["warning 5", "warning 5"]);
    await advance(6000);
    expect(posts()).toBe(1);
  });
});
