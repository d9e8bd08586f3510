import { describe, expect, test } from "vitest";
import { createIdleTimer } from "../../../src/features/idle.ts";
import { ada, grace } from "../../support/auth-server.ts";
import { answering, failing } from "../../support/faults.ts";
import { createSessionClient } from "../../../src/index.ts";
import { CHANNELS_PER_TAB, openBrowser } from "../../support/browser.ts";
import { openIdleBrowser } from "./idle-browser.ts";

const stay = { redirect: false } as const;
const asGrace = { ...stay, username: "Grace", password: "Grace" };
const asAda = { ...stay, username: "Ada", password: "Ada" };

describe("a session that changes during the wait", () => {
  test("a sign-out by the user ends it, and a sign-in starts anew", async () => {
    const { tabs, advance, finish, idleShown, posts } = await openIdleBrowser({ tabs: 2 });
    await advance(50_000);
    await finish(tabs[0]!.client.signOut(stay));
    expect(idleShown()).toEqual(["off", "off"]);
    await advance(3_600_000);
    expect(posts()).toBe(1);
    await finish(tabs[1]!.client.signIn("credentials", asAda));
    await advance(200);
    expect(idleShown()).toEqual(["active", "active"]);
    await advance(45_000);
    expect(idleShown()).toEqual(["warning 15", "warning 15"]);
  });

  test("another user starts anew, also after the warning has begun", async () => {
    const { tabs, advance, finish, idleShown, posts } = await openIdleBrowser({ tabs: 2 });
    await advance(55_000);
    await finish(tabs[0]!.client.signIn("credentials", asGrace));
    await advance(100);
    expect(idleShown()).toEqual(["active", "active"]);
    await advance(55_000);
    expect(posts()).toBe(0);
  });

  test("another user who signs in while the sign-out fails is not signed out", async () => {
    const { tabs, advance, finish, idleShown, shown, server } = await openIdleBrowser({ tabs: 2 });
    server.fault = failing("POST signout", answering(500));
    await advance(70_000);
    expect(idleShown()).toEqual(["signingOut 4", "signingOut 4"]);
    await finish(tabs[1]!.client.signIn("credentials", asGrace), 5000);
    server.fault = undefined;
    await advance(30_000);
    expect(idleShown()).toEqual(["active", "active"]);
    expect(shown()).toEqual(["Grace", "Grace"]);
  });

  test("“signedOut” stays until somebody signs in, also on a new page", async () => {
    const { tabs, open, advance, finish, idleShown } = await openIdleBrowser();
    await advance(62_000);
    const { idleHistory } = open();
    await advance(300);
    expect(idleShown()).toEqual(["signedOut", "signedOut"]);
    expect(idleHistory).toEqual(["off", "signedOut"]);
    await finish(tabs[1]!.client.signIn("credentials", asAda));
    await advance(200);
    expect(idleShown()).toEqual(["active", "active"]);
  });

  test("a sign-in long after a sign-out is not held to the old time, on a new page", async () => {
    const { tabs, open, advance, finish, server, posts } = await openIdleBrowser();
    await finish(tabs[0]!.client.signOut(stay));
    tabs[0]!.tab.crash();
    await advance(3_600_000);
    server.user = ada;
    const { idleHistory } = open();
    await advance(1000);
    expect(idleHistory).toEqual(["off", "active"]);
    expect(posts()).toBe(1);
  });

  test("a page without a user ends the time that another one has left behind", async () => {
    const { tabs, open, advance, server, posts } = await openIdleBrowser();
    tabs[0]!.tab.crash();
    server.user = null;
    await advance(3_600_000);
    const signInPage = open();
    await advance(200);
    signInPage.tab.crash();
    server.user = grace;
    const { idleHistory } = open();
    await advance(1000);
    expect(idleHistory).toEqual(["off", "active"]);
    expect(posts()).toBe(0);
  });

  test("an outdated page that was rendered without a user does not end the time of the others", async () => {
    const { world, advance } = await openIdleBrowser();
    const { tab } = openBrowser({ client: { session: null } }).tabs[0]!;
    const client = createSessionClient({ environment: tab.environment, session: null });
    const environment = { ...world.openTab().environment };
    createIdleTimer(client, { timeout: 60, environment }).subscribe(() => {});
    expect(JSON.parse(world.hub.storage.get("sojourn:/api/auth:idle#")!)).toMatchObject({
      phase: 0,
    });
    await advance(0);
  });

  test("a tab that learns late of a change of user does not start its time anew", async () => {
    const { tabs, advance, finish, posts } = await openIdleBrowser({ tabs: 2 });
    tabs[1]!.tab.freeze();
    await finish(tabs[0]!.client.signIn("credentials", asGrace));
    await advance(100);
    tabs[0]!.tab.crash();
    await advance(3_600_000);
    tabs[1]!.idleHistory.length = 0;
    tabs[1]!.tab.thaw();
    await advance(5000);
    expect(tabs[1]!.idleHistory).not.toContain("active");
    expect(tabs[1]!.shows()).toBe("nobody");
    expect(posts()).toBe(1);
  });

  test("a session that the server has ended changes nothing before it is known", async () => {
    const { advance, idleShown, posts, server } = await openIdleBrowser({
      tabs: 2,
      maxAge: 1,
    } as object);
    server.user = null;
    await advance(30_000);
    expect(idleShown()).toEqual(["active", "active"]);
    expect(posts()).toBe(0);
  });

  test("a failed read changes nothing", async () => {
    const { tabs, advance, idleShown, server } = await openIdleBrowser();
    server.fault = ({ endpoint }) =>
      endpoint === "session" ? new Response(null, { status: 500 }) : undefined;
    await tabs[0]!.client.getSession();
    await advance(45_000);
    expect(idleShown()).toEqual(["warning 15"]);
  });
});

describe("nothing runs", () => {
  test("while nobody is signed in: no timer, no listener, no channel", async () => {
    const { world, tabs } = await openIdleBrowser({ user: null! });
    const before = [
      world.clock.pendingTimers(),
      tabs[0]!.tab.listenerCount(),
      world.hub.channelCount(),
    ];
    tabs[0]!.stop();
    expect([
      world.clock.pendingTimers(),
      tabs[0]!.tab.listenerCount(),
      world.hub.channelCount(),
    ]).toEqual(before);
    expect(world.hub.channelCount()).toBe(CHANNELS_PER_TAB);
  });

  test("after a sign-out by the timer", async () => {
    const { world, tabs, advance } = await openIdleBrowser();
    await advance(120_000);
    const before = [world.clock.pendingTimers(), tabs[0]!.tab.listenerCount()];
    tabs[0]!.stop();
    expect([world.clock.pendingTimers(), tabs[0]!.tab.listenerCount()]).toEqual(before);
    expect(world.hub.channelCount()).toBe(CHANNELS_PER_TAB);
  });

  test("after the last subscriber has left", async () => {
    const { world, tabs, advance, posts } = await openIdleBrowser();
    const [timers, listeners] = [world.clock.pendingTimers(), tabs[0]!.tab.listenerCount()];
    tabs[0]!.stop();
    expect(world.clock.pendingTimers()).toBeLessThan(timers);
    expect(tabs[0]!.tab.listenerCount()).toBeLessThan(listeners);
    expect(world.hub.channelCount()).toBe(CHANNELS_PER_TAB);
    await advance(120_000);
    expect(posts()).toBe(0);
  });

  test("on a prerendered page, before the user opens it", async () => {
    const { open, advance, tabs } = await openIdleBrowser();
    const { tab, idleHistory, idleShows } = open({ isPrerendering: true });
    await advance(45_000);
    expect(idleHistory).toEqual(["off"]);
    tab.activate();
    await advance(300);
    expect(idleShows()).toBe(tabs[0]!.idleShows());
  });
});

test("a subscriber that comes back at once, as in StrictMode, finds the time as it was", async () => {
  const { tabs, advance } = await openIdleBrowser();
  const { idle, stop } = tabs[0]!;
  await advance(45_000);
  stop();
  idle.subscribe(() => {});
  expect(idle.getSnapshot()).toEqual({ status: "warning", secondsLeft: 15 });
});

test("two auth servers of one origin have a time each", async () => {
  const { world, tabs, advance, idleShown } = await openIdleBrowser();
  const { environment } = tabs[0]!.tab;
  const session = { user: { name: "Grace" }, expires: "2099-01-01T00:00:00.000Z" };
  const staff = createSessionClient({ environment, basePath: "/staff/auth", session });
  const idle = createIdleTimer(staff, { timeout: 600, warnBefore: 20, environment });
  idle.subscribe(() => {});
  await advance(45_000);
  idle.stay();
  await advance(100);
  expect(idle.getSnapshot().status).toBe("active");
  expect(idleShown()).toEqual(["warning 15"]);
  expect(world.hub.storage.has("sojourn:/staff/auth:idle#")).toBe(true);
});

test("two timers of one page share their time", async () => {
  const { tabs, advance, posts } = await openIdleBrowser();
  const { client, tab, idle } = tabs[0]!;
  const environment = tab.environment as never;
  const second = createIdleTimer(client, { timeout: 60, warnBefore: 20, environment });
  second.subscribe(() => {});
  await advance(45_000);
  expect(second.getSnapshot()).toBeDefined();
  expect(second.getSnapshot()).toEqual(idle.getSnapshot());
  second.stay();
  await advance(10);
  expect(idle.getSnapshot().status).toBe("active");
  await advance(70_000);
  expect(posts()).toBe(1);
});
