import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  createRefresher,
  refreshOnChange,
  type RefreshOptions,
} from "../../src/features/refresh.ts";
import { createSessionStore, type Session, type SessionStore } from "../../src/index.ts";
import { ada, grace, json, type Person } from "../support/auth-server.ts";
import { openBrowser, type BrowserOptions, type OpenTab } from "../support/browser.ts";

const expires = "2026-02-01T00:00:00.000Z";
const sessionOf = (user: Person, fields: object = {}): Session => ({ user, expires, ...fields });

const rejections: unknown[] = [];
const noteRejection = (reason: unknown): void => void rejections.push(reason);

beforeEach(() => {
  rejections.length = 0;
  // Those of the tests before are the runner's own listeners.
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", noteRejection);
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  });
});

/** Lets the runtime say which promises nobody has handled. */
const untilReported = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

afterEach(async () => {
  await untilReported();
});

function withRefresh({ client }: OpenTab, options?: RefreshOptions<Session>) {
  const refresh = vi.fn<() => unknown>();
  const stop = refreshOnChange(client, refresh, options);
  return { refresh, stop };
}

/** Opens tabs that the server has rendered for a user, each with a refresh. */
function openRendered(user: Person | null, options: BrowserOptions = {}) {
  const browser = openBrowser({
    ...(user && { user }),
    ...options,
    client: { session: user && sessionOf(user), ...options.client },
  });
  const tabs = browser.tabs.map((tab) => ({ ...tab, ...withRefresh(tab) }));
  const counts = (): number[] => tabs.map(({ refresh }) => refresh.mock.calls.length);
  return { ...browser, tabs, counts };
}

const signIn = ({ client }: OpenTab, { name }: Person): Promise<unknown> =>
  client.signIn("credentials", { redirect: false, password: name });

const signOut = ({ client }: OpenTab): Promise<unknown> => client.signOut({ redirect: false });

describe("a change", () => {
  test("a sign-in is one in each tab, once", async () => {
    const { tabs, counts, finish, advance } = openRendered(null, { tabs: 3 });
    await finish(signIn(tabs[0]!, ada));
    await advance(60_000);
    expect(counts()).toEqual([1, 1, 1]);
  });

  test("a sign-out is one in each tab, once", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 3 });
    await finish(signOut(tabs[1]!));
    await advance(60_000);
    expect(counts()).toEqual([1, 1, 1]);
  });

  test("another user is one in each tab, once", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    await finish(signIn(tabs[0]!, grace));
    await advance(60_000);
    expect(counts()).toEqual([1, 1]);
  });

  test("an update is one in each tab, once, and it is done when the new session is known", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    const names: unknown[] = [];
    const { client, refresh } = tabs[1]!;
    refresh.mockImplementation(() => names.push(client.getSnapshot().data?.user?.name));
    await finish(tabs[0]!.client.update({ name: "Countess" }));
    await advance(60_000);
    expect(counts()).toEqual([1, 1]);
    expect(names).toEqual(["Countess"]);
  });

  test("the end of the session is one", async () => {
    const { server, tabs, counts, advance, finish } = openRendered(ada);
    server.maxAge = 60;
    await finish(tabs[0]!.client.getSession());
    server.user = null;
    await advance(120_000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(counts()).toEqual([1]);
  });

  test("a renewal that only moves `expires` is none", async () => {
    const { server, tabs, counts, advance } = openRendered(ada, {
      tabs: 2,
      client: { refetchInterval: 60 },
    });
    const before = tabs[0]!.client.getSnapshot().data?.expires;
    await advance(600_000);
    expect(server.count("GET session")).toBeGreaterThan(5);
    expect(tabs[0]!.client.getSnapshot().data?.expires).not.toBe(before);
    expect(counts()).toEqual([0, 0]);
  });

  test("a failed read is none, and neither is its end", async () => {
    const { server, tabs, counts, advance } = openRendered(ada, {
      client: { refetchInterval: 60 },
    });
    server.fault = () => json({}, 500);
    await advance(100_000);
    expect(tabs[0]!.client.getSnapshot().error).not.toBeNull();
    server.fault = undefined;
    await advance(100_000);
    expect(tabs[0]!.client.getSnapshot().error).toBeNull();
    expect(counts()).toEqual([0]);
  });

  test("of what `select` leaves out is none", async () => {
    const { tabs, finish, advance } = openBrowser({
      user: ada,
      client: { session: sessionOf(ada) },
    });
    const { refresh } = withRefresh(tabs[0]!, { select: ({ user }) => user?.id });
    await finish(tabs[0]!.client.update({ name: "Countess" }));
    await advance(1000);
    expect(refresh).not.toHaveBeenCalled();
    await finish(signIn(tabs[0]!, grace));
    await advance(1000);
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("`select` gets a copy, and may write to it", async () => {
    const { tabs, advance } = openBrowser({ user: ada, client: { session: sessionOf(ada) } });
    withRefresh(tabs[0]!, { select: (session) => Object.assign(session.user!, { name: "X" }) });
    await advance(1000);
    expect(tabs[0]!.shows()).toBe("Ada");
  });

  test("is not lost if it follows another one at the same moment", async () => {
    const { tabs, advance } = openBrowser({ user: ada, client: { session: sessionOf(ada) } });
    let part = 0;
    const { refresh } = withRefresh(tabs[0]!, { select: () => part });
    for (part = 1; part < 4; part += 1) tabs[0]!.client.setOptions({});
    await advance(1000);
    // At once for the first, and then once for all that have followed.
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test("is followed no longer after the stop", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    tabs[0]!.stop();
    await finish(signOut(tabs[0]!));
    await advance(1000);
    expect(counts()).toEqual([0, 1]);
  });

  test("comes when a sign-out of this tab has ended, and before who waits for it goes on", async () => {
    const { server, tabs, finish } = openRendered(ada);
    const log: unknown[] = [];
    const { client, refresh } = tabs[0]!;
    refresh.mockImplementation(() => log.push("refresh", server.log.at(-1)));
    await finish(client.signOut({ redirect: false }).then(() => log.push("gone")));
    // The last request of a sign-out confirms it.
    expect(log).toEqual(["refresh", "GET session", "gone"]);
  });

  test("that waits for the end of a sign-out is followed no longer after the stop", async () => {
    const { server, tabs, counts, finish, advance } = openRendered(ada);
    server.latencyMs = 200;
    const leaving = signOut(tabs[0]!);
    // The token and the sign-out have been answered, the confirmation has not.
    await advance(500);
    expect(tabs[0]!.shows()).toBe("nobody");
    tabs[0]!.stop();
    await finish(leaving, 5000);
    await advance(1000);
    expect(counts()).toEqual([0]);
  });

  test("is refreshed for by each refresher of a client", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada);
    const { refresh } = withRefresh(tabs[0]!);
    await finish(signOut(tabs[0]!));
    await advance(1000);
    expect(counts()).toEqual([1]);
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("a sign-out that leaves the page is none there", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    await finish(tabs[0]!.client.signOut());
    await advance(1000);
    expect(tabs[0]!.tab.navigations).toHaveLength(1);
    expect(counts()).toEqual([0, 1]);
  });
});

describe("the first session of a page", () => {
  test("is no change if the server has rendered it, or has said nothing", async () => {
    const known = openRendered(ada);
    const unknown = openRendered(ada, { client: { session: undefined } });
    await known.advance(60_000);
    await unknown.advance(60_000);
    expect(unknown.tabs[0]!.shows()).toBe("Ada");
    expect([...known.counts(), ...unknown.counts()]).toEqual([0, 0]);
  });

  test("is a change if the server has rendered for another user", async () => {
    const { tabs, advance, open } = openBrowser({ user: grace });
    await advance(10_000);
    const late = open({ client: { session: sessionOf(ada) } });
    const { refresh } = withRefresh(late);
    await advance(10_000);
    expect(tabs[0]!.shows()).toBe("Grace");
    expect(late.shows()).toBe("Grace");
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("is a change if the page is from a cache, rendered for nobody, and the app says so", async () => {
    const { tabs, advance } = openBrowser({ user: ada });
    const { refresh } = withRefresh(tabs[0]!, { rendered: null });
    await advance(10_000);
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("is no change if nobody is signed in on such a page", async () => {
    const { tabs, advance } = openBrowser();
    const { refresh } = withRefresh(tabs[0]!, { rendered: null });
    await advance(10_000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(refresh).not.toHaveBeenCalled();
  });

  test("is not known while the first read fails", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada });
    server.fault = () => json({}, 500);
    const { refresh } = withRefresh(tabs[0]!, { rendered: sessionOf(ada) });
    await advance(20_000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(refresh).not.toHaveBeenCalled();
  });

  test("is not known again on a page from the back/forward cache before it is confirmed", async () => {
    const { server, tabs, counts, advance, finish } = openRendered(ada, { tabs: 2 });
    await advance(1000);
    server.latencyMs = 500;
    tabs[1]!.tab.enterPageCache();
    tabs[1]!.tab.freeze();
    await finish(signOut(tabs[0]!), 5000);
    tabs[1]!.tab.thaw();
    tabs[1]!.tab.leavePageCache();
    await advance(100);
    expect(tabs[1]!.shows()).toBe("loading");
    expect(counts()).toEqual([1, 0]);
    await advance(5000);
    expect(counts()).toEqual([1, 1]);
  });
});

describe("a hidden tab", () => {
  test("is refreshed once when it is shown again, whatever has happened meanwhile", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    tabs[1]!.tab.hide();
    await finish(signOut(tabs[0]!));
    await finish(signIn(tabs[0]!, grace));
    await finish(tabs[0]!.client.update({ name: "Admiral" }));
    await advance(60_000);
    expect(counts()).toEqual([3, 0]);
    tabs[1]!.tab.show();
    await advance(60_000);
    expect(counts()).toEqual([3, 1]);
  });

  test("is not refreshed if the session is the rendered one again by then", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    tabs[1]!.tab.hide();
    await finish(signOut(tabs[0]!));
    await finish(signIn(tabs[0]!, ada));
    await advance(1000);
    tabs[1]!.tab.show();
    await advance(60_000);
    expect(counts()).toEqual([2, 0]);
  });

  test("is refreshed when it is shown although focus reads nothing", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada, {
      tabs: 2,
      client: { refetchOnWindowFocus: false },
    });
    tabs[1]!.tab.hide();
    await finish(signOut(tabs[0]!));
    tabs[1]!.tab.show();
    await advance(0);
    expect(counts()).toEqual([1, 1]);
  });

  test("a prerendered page is refreshed when the user opens it", async () => {
    const { open, tabs, advance, finish } = openBrowser({ user: ada });
    await advance(1000);
    const page = open({ isPrerendering: true, client: { session: sessionOf(ada) } });
    const { refresh } = withRefresh(page);
    await finish(signOut(tabs[0]!));
    await advance(60_000);
    expect(refresh).not.toHaveBeenCalled();
    page.tab.activate();
    await advance(5000);
    expect(page.shows()).toBe("nobody");
    expect(refresh).toHaveBeenCalledOnce();
  });
});

test("a session that must revalidate is no change before the server has confirmed it", async () => {
  const { server, tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
  const [first, second] = [tabs[0]!, tabs[1]!];
  second.tab.hide();
  await finish(signOut(first));
  await advance(1000);
  expect(second.shows()).toBe("nobody");
  second.tab.enterPageCache();
  second.tab.freeze();
  await finish(signIn(first, ada));
  await advance(1000);
  server.latencyMs = 500;
  second.tab.thaw();
  second.tab.leavePageCache();
  second.tab.show();
  await advance(100);
  expect(second.shows()).toBe("loading");
  await advance(5000);
  expect(second.shows()).toBe("Ada");
  expect(counts()[1]).toBe(0);
});

describe("a handover", () => {
  test("is what the server has rendered, and is no change", async () => {
    const { server, tabs, counts, advance } = openRendered(null, { tabs: 2 });
    await advance(1000);
    // A server action has signed in, and Next has rendered the layout again.
    server.user = ada;
    tabs[0]!.client.hydrate(sessionOf(ada));
    await advance(60_000);
    expect(tabs.map((tab) => tab.shows())).toEqual(["Ada", "Ada"]);
    expect(counts()).toEqual([0, 1]);
  });

  test("by the refresh itself causes no other refresh, and no request", async () => {
    const { server, tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    for (const { client, refresh } of tabs) {
      refresh.mockImplementation(() => client.hydrate(server.user && sessionOf(server.user)));
    }
    await finish(signOut(tabs[0]!));
    await advance(10_000);
    const requests = server.requests.length;
    await finish(signIn(tabs[1]!, grace));
    await advance(10_000);
    expect(counts()).toEqual([2, 2]);
    expect(server.requests.length - requests).toBeLessThanOrEqual(4);
  });

  test("that was rendered before a sign-out is refreshed once the server has denied it", async () => {
    const { server, tabs, counts, finish, advance } = openRendered(ada);
    await finish(signOut(tabs[0]!));
    await advance(10_000);
    expect(counts()).toEqual([1]);
    server.latencyMs = 200;
    // A navigation that has begun before the sign-out brings its page after it.
    tabs[0]!.client.hydrate(sessionOf(ada));
    await advance(100);
    expect(counts()).toEqual([1]);
    await advance(5000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(counts()).toEqual([2]);
  });

  test("that always lacks what the server's endpoint sends causes two refreshes and no more", async () => {
    const { server, tabs, counts, advance, finish } = openRendered(ada);
    const { client, refresh } = tabs[0]!;
    refresh.mockImplementation(() =>
      client.hydrate({ user: { name: server.user?.name ?? null }, expires }),
    );
    await finish(signIn(tabs[0]!, grace));
    await advance(600_000);
    expect(counts()[0]).toBeLessThanOrEqual(2);
    expect(tabs[0]!.client.getSnapshot().data?.user).toEqual(grace);
  });
});

describe("a refresh", () => {
  test("that signs in again ends", async () => {
    const { server, tabs, counts, finish, advance } = openRendered(ada, { tabs: 2 });
    for (const { client, refresh } of tabs) {
      refresh.mockImplementation(() => {
        // By the cookies of the response.
        server.user = ada;
        client.hydrate(sessionOf(ada));
      });
    }
    // The client posts the sign-out again, because an answer might have been late.
    await finish(signOut(tabs[0]!), 5000);
    await advance(30_000);
    const inHalfAMinute = counts();
    for (const count of inHalfAMinute) expect(count).toBeLessThanOrEqual(5);
    await advance(3_600_000);
    expect(counts()).toEqual(inHalfAMinute);
    expect(rejections).toEqual([]);
  });

  test("that changes the session each time ends, and says so", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada);
    const { client, refresh } = tabs[0]!;
    let renders = 0;
    refresh.mockImplementation(() => client.update({ name: `Ada ${++renders}` }));
    await finish(client.update({ name: "Ada 0" }));
    await advance(3_600_000);
    await untilReported();
    expect(counts()).toEqual([6]);
    expect(rejections).toEqual([
      expect.objectContaining({ message: expect.stringContaining("after each refresh") }),
    ]);
    refresh.mockReset();
    await finish(signOut(tabs[0]!));
    await advance(1000);
    expect(counts()).toEqual([1]);
  });

  test("that hands over another session each time ends", async () => {
    const { server, tabs, counts, finish, advance } = openRendered(ada);
    const { client, refresh } = tabs[0]!;
    let renders = 0;
    server.fault = ({ method, endpoint }) =>
      method === "GET" && endpoint === "session"
        ? json(sessionOf(ada, { readAt: ++renders }))
        : undefined;
    refresh.mockImplementation(() => client.hydrate(sessionOf(ada, { readAt: ++renders })));
    await finish(client.getSession());
    await advance(3_600_000);
    expect(counts()[0]).toBeLessThanOrEqual(6);
  });

  test("of many changes in a short time is held back, and comes once they are over", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada);
    for (let nth = 0; nth < 30; nth++) {
      await finish(tabs[0]!.client.update({ name: `Ada ${nth}` }));
      await advance(100);
    }
    expect(counts()).toEqual([5]);
    await advance(60_000);
    expect(counts()).toEqual([6]);
    await finish(tabs[0]!.client.update({ name: "Ada" }));
    await advance(1000);
    expect(counts()).toEqual([7]);
    expect(rejections).toEqual([]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("render");
      },
    ],
    ["rejects", () => Promise.reject(new Error("render"))],
  ])("that %s is reported, and the next change is refreshed for", async (_, fail) => {
    const { tabs, counts, finish, advance } = openRendered(ada);
    tabs[0]!.refresh.mockImplementation(fail);
    await finish(signOut(tabs[0]!));
    await advance(1000);
    await untilReported();
    expect(rejections).toEqual([new Error("render")]);
    await finish(signIn(tabs[0]!, ada));
    await advance(1000);
    expect(counts()).toEqual([2]);
  });

  test("that never ends holds up nothing", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada);
    tabs[0]!.refresh.mockReturnValue(new Promise(() => {}));
    await finish(signOut(tabs[0]!));
    await finish(signIn(tabs[0]!, ada));
    await advance(1000);
    expect(counts()).toEqual([2]);
  });

  test("is called without arguments", async () => {
    const { tabs, finish } = openRendered(ada);
    await finish(signOut(tabs[0]!));
    expect(tabs[0]!.refresh).toHaveBeenCalledExactlyOnceWith();
  });

  test("that is stopped while it is held back does not come", async () => {
    const { tabs, counts, finish, advance } = openRendered(ada);
    for (let nth = 0; nth < 8; nth++) await finish(tabs[0]!.client.update({ name: `Ada ${nth}` }));
    tabs[0]!.stop();
    await advance(60_000);
    expect(counts()).toEqual([5]);
  });
});

describe("a refresher", () => {
  test("takes the page to be rendered for the session that is known when it is created", async () => {
    const { tabs, finish } = openBrowser({ user: ada, client: { session: sessionOf(ada) } });
    const refresher = createRefresher(tabs[0]!.client);
    await finish(signOut(tabs[0]!));
    const refresh = vi.fn<() => void>();
    refresher.start(refresh);
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("that is started again notices what has changed meanwhile", async () => {
    const { tabs, finish, advance } = openBrowser({
      user: ada,
      client: { session: sessionOf(ada) },
    });
    const refresher = createRefresher(tabs[0]!.client);
    const refresh = vi.fn<() => void>();
    refresher.start(refresh)();
    const stop = refresher.start(refresh);
    await advance(1000);
    stop();
    await finish(signOut(tabs[0]!));
    await advance(1000);
    expect(refresh).not.toHaveBeenCalled();
    refresher.start(refresh);
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("that is started again does not take another page's handover for its own", async () => {
    const { server, tabs, advance } = openBrowser({ client: { session: null } });
    const refresher = createRefresher(tabs[0]!.client);
    const refresh = vi.fn<() => void>();
    refresher.start(refresh)();
    server.user = ada;
    server.latencyMs = 100;
    tabs[0]!.client.hydrate(sessionOf(ada));
    refresher.start(refresh);
    await advance(10_000);
    expect(tabs[0]!.shows()).toBe("Ada");
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("works with a store without sign-in, and counts as its subscriber", async () => {
    const { world, server, advance } = openBrowser({ tabs: 0, user: ada });
    const { environment } = world.openTab({ fetch: (url, init) => server.fetch(url, init) });
    const store: SessionStore<Session> = createSessionStore({ environment });
    const stop = refreshOnChange(store, () => {});
    await advance(1000);
    expect(server.count("GET session")).toBe(1);
    expect(store.getSnapshot().status).toBe("authenticated");
    stop();
  });

  test("needs a session store", () => {
    const store = { ...openBrowser().tabs[0]!.client };
    for (const key of Object.getOwnPropertySymbols(store)) Reflect.deleteProperty(store, key);
    expect(() => refreshOnChange(store, () => {})).toThrow(TypeError);
  });
});
