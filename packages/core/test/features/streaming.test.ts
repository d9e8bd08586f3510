import { describe, expect, test } from "vitest";
import { streamSession, whenKnown, whenStreamed } from "../../src/features/streaming.ts";
import type { Session } from "../../src/index.ts";
import { ada, grace, type Person } from "../support/auth-server.ts";
import { openBrowser, type Browser, type OpenTab } from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const stay = { redirect: false } as const;
const expires = "2026-01-31T00:00:00.000Z";
const sessionOf = (user: Person): Session => ({ user, expires });

/** A session that a page streams, and that arrives when the test says so. */
interface Stream {
  readonly promise: Promise<Session | null | undefined>;
  arrive(session: Session | null | undefined): void;
  fail(): void;
}

function createStream(): Stream {
  let arrive!: Stream["arrive"];
  let reject!: (error: Error) => void;
  const promise = new Promise<Session | null | undefined>((onArrived, onFailed) => {
    arrive = onArrived;
    reject = onFailed;
  });
  return { promise, arrive, fail: () => reject(new Error("the server could not render it")) };
}

/** Opens a tab whose page streams its session. */
function openStreaming(
  { open }: Pick<Browser, "open">,
  options: Parameters<Browser["open"]>[0] = {},
): OpenTab & { readonly stream: Stream } {
  const opened = open({ ...options, isWatched: false });
  const stream = createStream();
  streamSession(opened.client, stream.promise);
  opened.watch();
  return { ...opened, stream };
}

function openBrowserWithStream(options: Parameters<typeof openBrowser>[0] = { user: ada }) {
  const browser = openBrowser({ tabs: 0, ...options });
  return { ...browser, ...openStreaming(browser) };
}

describe("until the session is there", () => {
  test.each([
    ["a session", sessionOf(ada), "Ada"],
    ["null", null, "nobody"],
  ])("shows loading, and asks nothing, then or later: %s", async (_, session, shown) => {
    const { server, advance, history, events, stream } = openBrowserWithStream();
    await advance(9000);
    expect(history).toEqual(["loading"]);
    stream.arrive(session);
    await advance(60_000);
    expect(history).toEqual(["loading", shown]);
    expect(server.requests).toEqual([]);
    expect(events).toEqual([]);
  });

  test("a promise that has resolved before is shown without a request", async () => {
    const { server, advance, open } = openBrowser({ tabs: 0, user: ada });
    const { client, watch, history } = open({ isWatched: false });
    streamSession(client, Promise.resolve(sessionOf(ada)));
    await advance(0);
    watch();
    await advance(60_000);
    expect(history).toEqual(["Ada"]);
    expect(server.requests).toEqual([]);
  });

  test("accepts a thenable whose then returns nothing, as those of server components", async () => {
    const { server, advance, open } = openBrowser({ tabs: 0, user: ada });
    const { client, watch, shows } = open({ isWatched: false });
    // oxlint-disable-next-line unicorn/no-thenable
    const thenable = { then: (resolve: (session: Session) => void) => resolve(sessionOf(ada)) };
    streamSession(client, thenable as PromiseLike<Session>);
    watch();
    await advance(100);
    expect(shows()).toBe("Ada");
    expect(server.requests).toEqual([]);
  });

  test("three tabs that stream at once ask nothing", async () => {
    const browser = openBrowser({ tabs: 0, user: ada });
    const tabs = [1, 2, 3].map(() => openStreaming(browser));
    for (const { stream } of tabs) {
      await browser.advance(700);
      stream.arrive(sessionOf(ada));
    }
    await browser.advance(60_000);
    expect(browser.shown()).toEqual(["Ada", "Ada", "Ada"]);
    expect(browser.server.requests).toEqual([]);
  });

  test("getSession() asks the server at once, and the stream changes nothing after it", async () => {
    const { server, client, finish, advance, stream, history } = openBrowserWithStream();
    await advance(100);
    expect(await finish(client.getSession())).toMatchObject({ user: ada });
    stream.arrive(sessionOf(ada));
    await advance(60_000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.log).toEqual(["GET session"]);
  });

  test("a prerendered page reads nothing, and shows the session when it is shown", async () => {
    const browser = openBrowser({ tabs: 0, user: ada });
    const { tab, stream, shows } = openStreaming(browser, { isPrerendering: true });
    await browser.advance(1000);
    stream.arrive(sessionOf(ada));
    await browser.advance(1000);
    tab.activate();
    await browser.advance(100);
    expect(shows()).toBe("Ada");
    expect(browser.server.requests).toEqual([]);
  });

  test("a subscriber that leaves and comes back still waits for it", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    const { client, watch, history } = open({ isWatched: false });
    const { promise, arrive } = createStream();
    streamSession(client, promise);
    watch()();
    await advance(3000);
    watch();
    await advance(3000);
    arrive(sessionOf(ada));
    await advance(60_000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.requests).toEqual([]);
  });
});

describe("a session that does not come", () => {
  test("a promise that rejects has the session read at once", async () => {
    const { server, advance, history, stream } = openBrowserWithStream();
    await advance(2000);
    stream.fail();
    await advance(100);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.log).toEqual(["GET session"]);
  });

  test("a promise that resolves to undefined has the session read at once", async () => {
    const { server, advance, history, stream } = openBrowserWithStream();
    stream.arrive(undefined);
    await advance(100);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.log).toEqual(["GET session"]);
  });

  test("one that rejects while the server fails shows the error, and is retried", async () => {
    const { server, advance, client, stream } = openBrowserWithStream();
    server.fault = failing("GET session", answering(503));
    stream.fail();
    await advance(1000);
    expect(client.getSnapshot()).toMatchObject({
      status: "unauthenticated",
      error: { status: 503 },
    });
    server.fault = undefined;
    await advance(30_000);
    expect(client.getSnapshot()).toMatchObject({ status: "authenticated", error: null });
  });

  test("one that never settles is given up after timeoutMs, and the session is read", async () => {
    const { server, advance, history, events } = openBrowserWithStream();
    await advance(9990);
    expect(server.requests).toEqual([]);
    await advance(300);
    expect(history).toEqual(["loading", "Ada"]);
    expect(events).toEqual([]);
    expect(server.log).toEqual(["GET session"]);
  });

  test("one that never settles ends in an error where the server does not answer either", async () => {
    const { server, advance, client } = openBrowserWithStream();
    server.fault = failing("GET session", hanging);
    await advance(11_000);
    expect(client.getSnapshot()).toMatchObject({
      status: "unauthenticated",
      error: { code: "timeout" },
    });
  });

  test("timeoutMs may be shorter", async () => {
    const browser = openBrowser({ tabs: 0, user: ada, client: { timeoutMs: 500 } });
    const { shows } = openStreaming(browser);
    await browser.advance(600);
    expect(shows()).toBe("Ada");
  });
});

describe("beside other tabs", () => {
  test("shows what an older tab knows, and asks nothing if the page says the same", async () => {
    const browser = openBrowser({ user: ada });
    await browser.advance(2000);
    const { stream, history } = openStreaming(browser);
    await browser.advance(10);
    expect(history).toEqual(["loading", "Ada"]);
    stream.arrive(sessionOf(ada));
    await browser.advance(2000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(browser.server.requests).toHaveLength(1);
  });

  test("asks the server if an older tab knows another user than the page", async () => {
    const browser = openBrowser({ user: ada });
    await browser.advance(2000);
    browser.server.user = grace;
    const { stream } = openStreaming(browser);
    await browser.advance(10);
    stream.arrive(sessionOf(grace));
    await browser.advance(2000);
    expect(browser.shown()).toEqual(["Grace", "Grace"]);
  });

  test("after a sign-in by a redirect, the tab asks nothing, and the others learn of it", async () => {
    const browser = openBrowser();
    await browser.advance(6000);
    browser.server.user = ada;
    const { stream, history } = openStreaming(browser, { isArrival: true });
    stream.arrive(sessionOf(ada));
    await browser.advance(0);
    expect(history).toEqual(["loading", "Ada"]);
    await browser.advance(2000);
    expect(browser.shown()).toEqual(["Ada", "Ada"]);
    expect(browser.server.requests.slice(1).map(({ from }) => from)).toEqual([0]);
  });

  test("after a sign-in by a redirect, a tab alone asks nothing", async () => {
    const browser = openBrowser({ tabs: 0, user: ada });
    const { stream, shows } = openStreaming(browser, { isArrival: true });
    await browser.advance(3000);
    stream.arrive(sessionOf(ada));
    await browser.advance(60_000);
    expect(shows()).toBe("Ada");
    expect(browser.server.requests).toEqual([]);
  });
});

describe("a session that comes too late is not shown", () => {
  test("after a sign-out of this tab", async () => {
    const { client, finish, advance, history, stream } = openBrowserWithStream();
    await advance(100);
    await finish(client.signOut(stay));
    stream.arrive(sessionOf(ada));
    await advance(5000);
    expect(history).toEqual(["loading", "nobody"]);
  });

  test("after a sign-out of another tab", async () => {
    const browser = openBrowser({ tabs: 0, user: ada });
    const other = browser.open({ isWatched: false });
    const { stream, history } = openStreaming(browser);
    await browser.advance(100);
    await browser.finish(other.client.signOut(stay));
    stream.arrive(sessionOf(ada));
    await browser.advance(5000);
    expect(history).toEqual(["loading", "nobody"]);
  });

  test("during a sign-out of another tab", async () => {
    const browser = openBrowser({ tabs: 0, user: ada });
    const other = browser.open({ isWatched: false });
    const { stream, history } = openStreaming(browser);
    browser.server.latencyMs = 300;
    const signOut = other.client.signOut(stay);
    await browser.advance(400);
    stream.arrive(sessionOf(ada));
    await browser.finish(signOut, 3000);
    await browser.advance(5000);
    expect(history).toEqual(["loading", "nobody"]);
  });

  test.each(["nextauth.message", "next-auth"])(
    "after a sign-out of a tab that runs next-auth, by %s",
    async (way) => {
      const { world, server, advance, history, stream } = openBrowserWithStream();
      await advance(100);
      server.user = null;
      server.latencyMs = 300;
      world.hub.inject(way, { event: "session", data: { trigger: "signout" } });
      await advance(100);
      stream.arrive(sessionOf(ada));
      await advance(5000);
      expect(history).toEqual(["loading", "nobody"]);
    },
  );

  test("after a mutation that this page has missed, nothing waits for it", async () => {
    const browser = openBrowser({ user: ada });
    await browser.advance(6000);
    const opened = browser.open({ isWatched: false });
    const { promise, arrive } = createStream();
    streamSession(opened.client, promise);
    await browser.finish(browser.tabs[0]!.client.signOut(stay));
    await browser.advance(2000);
    opened.watch();
    arrive(sessionOf(ada));
    await browser.advance(5000);
    expect(opened.history.at(-1)).toBe("nobody");
    expect(browser.shown()).toEqual(["nobody", "nobody"]);
  });
});

describe("a later promise", () => {
  test("of an equal session shows nothing new, and asks nothing", async () => {
    const { server, client, advance, history, stream } = openBrowserWithStream();
    stream.arrive(sessionOf(ada));
    await advance(6000);
    const later = createStream();
    streamSession(client, later.promise);
    await advance(1000);
    later.arrive(sessionOf(ada));
    await advance(6000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.requests).toEqual([]);
  });

  test("of another user is handed over when it resolves", async () => {
    const { server, client, advance, history, stream } = openBrowserWithStream();
    stream.arrive(sessionOf(ada));
    await advance(6000);
    server.user = grace;
    const later = createStream();
    streamSession(client, later.promise);
    await advance(1000);
    expect(history).toEqual(["loading", "Ada"]);
    later.arrive(sessionOf(grace));
    await advance(1000);
    expect(history).toEqual(["loading", "Ada", "Grace"]);
  });

  test("replaces an earlier one, whose result is dropped", async () => {
    const { server, client, advance, history, stream } = openBrowserWithStream();
    const later = createStream();
    streamSession(client, later.promise);
    stream.arrive(sessionOf(grace));
    await advance(1000);
    expect(history).toEqual(["loading"]);
    later.arrive(sessionOf(ada));
    await advance(60_000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.requests).toEqual([]);
  });

  test("that rejects keeps the session, and has it read", async () => {
    const { server, client, advance, history, stream } = openBrowserWithStream();
    stream.arrive(sessionOf(ada));
    await advance(6000);
    const later = createStream();
    streamSession(client, later.promise);
    later.fail();
    await advance(1000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.log).toEqual(["GET session"]);
  });

  test("is dropped by the function that streamSession returns", async () => {
    const { server, client, advance, history, stream } = openBrowserWithStream();
    stream.arrive(sessionOf(ada));
    await advance(6000);
    const later = createStream();
    streamSession(client, later.promise)();
    later.arrive(sessionOf(grace));
    await advance(1000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.requests).toEqual([]);
  });
});

describe("a first promise that is dropped", () => {
  test("by a page that is shown has the session read", async () => {
    const { server, advance, open } = openBrowser({ tabs: 0, user: ada });
    const { client, watch, history } = open({ isWatched: false });
    const drop = streamSession(client, createStream().promise);
    watch();
    await advance(1000);
    drop();
    await advance(100);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.log).toEqual(["GET session"]);
  });

  test.each([0, 500, 5000])(
    "does not hold up a subscriber that comes %d ms later, and nothing is read before",
    async (ms) => {
      const { server, advance, open } = openBrowser({ tabs: 0, user: ada });
      const { client, watch, shows } = open({ isWatched: false });
      const drop = streamSession(client, createStream().promise);
      watch()();
      drop();
      await advance(ms);
      expect(server.log).toEqual([]);
      watch();
      await advance(100);
      expect(shows()).toBe("Ada");
      expect(server.log).toEqual(["GET session"]);
    },
  );

  test("and followed by another one at once asks nothing", async () => {
    const { server, advance, open } = openBrowser({ tabs: 0, user: ada });
    const { client, watch, history } = open({ isWatched: false });
    const drop = streamSession(client, createStream().promise);
    watch();
    await advance(1000);
    drop();
    const later = createStream();
    streamSession(client, later.promise);
    await advance(1000);
    later.arrive(sessionOf(ada));
    await advance(6000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(server.requests).toEqual([]);
  });
});

test("the same promise twice is one", async () => {
  const { server, client, advance, history, stream } = openBrowserWithStream();
  streamSession(client, stream.promise);
  stream.arrive(sessionOf(ada));
  await advance(1000);
  expect(history).toEqual(["loading", "Ada"]);
  expect(server.requests).toEqual([]);
});

test("refuses what is no store", () => {
  expect(() => streamSession({} as never, Promise.resolve(null))).toThrow(TypeError);
});

describe("for components that suspend", () => {
  test("whenStreamed resolves to the result, to undefined after a failure, and is one per promise", async () => {
    const { client, finish, stream } = openBrowserWithStream();
    const failed = createStream();
    expect(whenStreamed(client, stream.promise)).toBe(whenStreamed(client, stream.promise));
    const results = [stream, failed].map(({ promise }) => whenStreamed(client, promise));
    stream.arrive(sessionOf(ada));
    failed.fail();
    expect(await finish(Promise.all(results))).toEqual([sessionOf(ada), undefined]);
  });

  test("whenKnown reads the session where no page streams it, and leaves nothing behind", async () => {
    const { tabs, server, finish, advance, world } = openBrowser({ user: ada, isWatched: false });
    const { client, shows } = tabs[0]!;
    const known = whenKnown(client);
    expect(whenKnown(client)).toBe(known);
    await finish(known);
    expect(shows()).toBe("Ada");
    expect(server.log).toEqual(["GET session"]);
    await advance(2000);
    expect(world.hub.channelCount()).toBe(0);
  });
});
