import { describe, expect, test } from "vitest";
import { createIdleTimer } from "../../../src/features/idle.ts";
import { openIdleBrowser } from "./idle-browser.ts";

describe("the idle time", () => {
  test("ends in a warning that counts the seconds, and then in one sign-out", async () => {
    const { tabs, advance, posts, shown } = await openIdleBrowser();
    const { idleShows, idleHistory } = tabs[0]!;
    expect(idleShows()).toBe("active");
    await advance(40_000);
    expect(idleShows()).toBe("warning 20");
    await advance(15_000);
    expect(idleShows()).toBe("warning 5");
    await advance(4800);
    expect(idleShows()).toBe("warning 1");
    expect(posts()).toBe(0);
    await advance(1000);
    expect(idleShows()).toBe("signedOut");
    expect(shown()).toEqual(["nobody"]);
    expect(posts()).toBe(1);
    expect(idleHistory).toEqual(["off", "active", "warning", "signingOut", "signedOut"]);
  });

  test("starts anew with each sign of a person, also during the warning", async () => {
    const { tabs, advance, posts } = await openIdleBrowser();
    const { idleShows, tab } = tabs[0]!;
    await advance(30_000);
    tab.act("keydown");
    await advance(39_000);
    expect(idleShows()).toBe("active");
    await advance(2000);
    expect(idleShows()).toBe("warning 19");
    tab.act("pointermove");
    expect(idleShows()).toBe("active");
    await advance(59_500);
    expect(idleShows()).toBe("warning 1");
    expect(posts()).toBe(0);
  });

  test("counts from the last of many signs, to the millisecond", async () => {
    const { tabs, advance, posts } = await openIdleBrowser({ tabs: 2 });
    for (let i = 0; i < 19; i++) {
      tabs[0]!.tab.act("pointermove");
      await advance(100);
    }
    // The last sign was 100 ms ago.
    await advance(59_890);
    expect(tabs[1]!.idleShows()).toBe("warning 1");
    expect(posts()).toBe(0);
    await advance(1000);
    expect(posts()).toBe(1);
  });

  test("many signs are shared once a second", async () => {
    const { tabs, advance, world } = await openIdleBrowser({ tabs: 2 });
    const before = world.hub.posted.length;
    for (let i = 0; i < 1000; i++) {
      tabs[0]!.tab.act("pointermove");
      await advance(10);
    }
    expect(world.hub.posted.length - before).toBeLessThanOrEqual(11);
  });

  test("a poll, a focus and a reconnection are no signs of a person", async () => {
    const { tabs, advance, posts, server } = await openIdleBrowser({
      client: { refetchInterval: 5 },
      idle: { events: ["keydown"] },
    });
    const { tab } = tabs[0]!;
    for (let i = 0; i < 6; i++) {
      await advance(10_100);
      tab.hide();
      tab.show();
      tab.goOffline();
      tab.goOnline();
      tab.act("pointermove");
    }
    expect(server.count("GET session")).toBeGreaterThan(6);
    expect(posts()).toBe(1);
  });

  test("without warnBefore it warns a minute before, or at half of a short time", async () => {
    const short = await openIdleBrowser({ idle: { warnBefore: undefined } });
    await short.advance(31_000);
    expect(short.idleShown()).toEqual(["warning 29"]);
    const long = await openIdleBrowser({ idle: { timeout: 600, warnBefore: undefined } });
    await long.advance(539_000);
    expect(long.idleShown()).toEqual(["active"]);
    await long.advance(2000);
    expect(long.idleShown()).toEqual(["warning 59"]);
  });

  test("with warnBefore 0 it never warns", async () => {
    const { tabs, advance } = await openIdleBrowser({ idle: { warnBefore: 0 } });
    await advance(61_000);
    expect(tabs[0]!.idleHistory).toEqual(["off", "active", "signingOut", "signedOut"]);
  });

  test("is off before anybody is signed in, and for the first moments", async () => {
    const { tabs, advance, idleShown } = await openIdleBrowser({ tabs: 0, user: undefined! });
    expect(tabs).toEqual([]);
    const world = await openIdleBrowser({ tabs: 1 });
    expect(world.tabs[0]!.idleHistory).toEqual(["off", "active"]);
    await advance(0);
    expect(idleShown()).toEqual([]);
  });
});

describe("options that make no sense", () => {
  const cases: [string, object, string][] = [
    ["no timeout", {}, "timeout is undefined: give a number of seconds"],
    ["a timeout of 0", { timeout: 0 }, "timeout is 0"],
    ["an endless timeout", { timeout: Infinity }, "timeout is Infinity"],
    ["a text", { timeout: "15" }, "timeout is 15: give a number"],
    ["a warning as long as the time", { timeout: 60, warnBefore: 60 }, "seconds less than timeout"],
    ["a warning of NaN", { timeout: 60, warnBefore: Number.NaN }, "warnBefore is NaN"],
    ["a warning after the end", { timeout: 60, warnBefore: -1 }, "or 0 for no warning"],
  ];

  test.each(cases)("are a TypeError that says what to do: %s", async (_, options, message) => {
    const { tabs } = await openIdleBrowser();
    const create = () => createIdleTimer(tabs[0]!.client, options as { timeout: number });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(message);
  });

  test("something that is no session store is a TypeError, and nothing is left behind", async () => {
    const { tabs } = await openIdleBrowser();
    const { environment } = tabs[0]!.tab as never as { environment: never };
    const store = { ...tabs[0]!.client, getSnapshot: () => null };
    for (const key of Object.getOwnPropertySymbols(store)) delete (store as never)[key];
    expect(() =>
      createIdleTimer(store as never, { timeout: 60, environment }).subscribe(() => {}),
    ).toThrow("Expected a store of createSessionStore");
  });

  test("on a server it does nothing", async () => {
    const { tabs } = await openIdleBrowser({ tabs: 1 });
    const idle = createIdleTimer(tabs[0]!.client, { timeout: 60 });
    idle.subscribe(() => expect.unreachable());
    idle.stay();
    expect(idle.getSnapshot()).toEqual({ status: "off" });
  });
});
