import { describe, expect, test } from "vitest";
import { createServerEnvironment, createSessionClient, prepareSignIn } from "../../src/index.ts";
import { dialects, json } from "../support/auth-server.ts";
import {
  openBrowser,
  type Browser,
  type BrowserOptions,
  type OpenTab,
} from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const MINUTE_MS = 60_000;
const asGrace = { redirect: false, password: "Grace" } as const;

/** A browser whose first tab has prepared a sign-in, at 100 ms of latency. */
async function openPrepared(options: BrowserOptions = {}) {
  const browser = openBrowser(options);
  const [tab] = browser.tabs as [OpenTab];
  await browser.advance(100);
  browser.server.latencyMs = 100;
  void prepareSignIn(tab.client);
  await browser.advance(150);
  return { ...browser, tab, since: browser.server.log.length };
}

/** The requests since then, in their order. */
const sent = ({ server, since }: Browser & { since: number }): string[] => server.log.slice(since);

describe.each(dialects)("%s", (dialect) => {
  test("a prepared sign-in begins with its POST", async () => {
    const browser = await openPrepared({ dialect });
    expect(browser.server.log.slice(1).toSorted()).toEqual(["GET csrf", "GET providers"]);
    const answer = await browser.finish(browser.tab.client.signIn("credentials", asGrace));
    expect(answer.ok).toBe(true);
    expect(sent(browser)).toEqual(["POST callback/credentials", "GET session"]);
    expect(browser.tab.shows()).toBe("Grace");
  });

  test("a prepared way to an OAuth provider is one request", async () => {
    const browser = await openPrepared({ dialect });
    await browser.finish(browser.tab.client.signIn("github"));
    expect(sent(browser)).toEqual(["POST signin/github"]);
    expect(browser.tab.tab.navigations).toMatchObject([/^https:\/\/github\.example/]);
  });

  test("a refused token is fetched again, as without preparation", async () => {
    const browser = await openPrepared({ dialect });
    browser.server.refuseTokens = 1;
    await browser.finish(browser.tab.client.signIn("credentials", asGrace));
    const [post, csrf] = ["POST callback/credentials", "GET csrf"];
    expect(sent(browser)).toEqual([post, csrf, post, "GET session"]);
    expect(browser.tab.shows()).toBe("Grace");
  });
});

test("preparing many times asks once, also while the request is under way", async () => {
  const browser = openBrowser();
  const [{ client }] = browser.tabs as [OpenTab];
  await browser.advance(100);
  browser.server.latencyMs = 100;
  for (let hover = 0; hover < 50; hover += 1) {
    void prepareSignIn(client);
    await browser.advance(10);
  }
  expect(browser.server.count("GET csrf")).toBe(1);
  expect(browser.server.count("GET providers")).toBe(1);
});

test("without a CSRF cookie the token is asked for after all that sets one", async () => {
  const rendered = { session: null };
  const browser = openBrowser({ client: rendered, isWatched: false });
  const [{ client }] = browser.tabs as [OpenTab];
  browser.server.latencyMs = 100;
  void prepareSignIn(client);
  await browser.advance(50);
  expect(browser.server.log).toEqual(["GET providers"]);
  await browser.advance(200);
  expect(browser.server.log).toEqual(["GET providers", "GET csrf"]);
});

test("a page that is still reading asks for the token after that read", async () => {
  const browser = openBrowser();
  const [{ client }] = browser.tabs as [OpenTab];
  const { clock } = browser.world;
  const slow = (): Promise<Response> =>
    new Promise((resolve) => clock.schedule(() => resolve(json(null)), 300));
  browser.server.fault = failing("GET session", slow);
  void prepareSignIn(client);
  await browser.advance(250);
  expect(browser.server.log.toSorted()).toEqual(["GET providers", "GET session"]);
  await browser.advance(100);
  expect(browser.server.log.at(-1)).toBe("GET csrf");
});

test("a sign-in before the token was asked for asks for it, and nobody else does", async () => {
  const browser = openBrowser({ client: { session: null } });
  const [{ client }] = browser.tabs as [OpenTab];
  browser.server.latencyMs = 100;
  void prepareSignIn(client);
  await browser.advance(50);
  const answer = await browser.finish(client.signIn("credentials", asGrace));
  expect(answer.ok).toBe(true);
  expect(browser.server.count("GET csrf")).toBe(1);
  expect(browser.server.count("GET providers")).toBe(1);
});

test("a token of five minutes is fetched again", async () => {
  const browser = await openPrepared();
  await browser.advance(5 * MINUTE_MS);
  await browser.finish(browser.tab.client.signIn("credentials", asGrace));
  expect(sent(browser)).toEqual(["GET csrf", "POST callback/credentials", "GET session"]);
});

test("a token of four minutes is used: a form takes time to fill in", async () => {
  const browser = await openPrepared();
  await browser.advance(4 * MINUTE_MS);
  await browser.finish(browser.tab.client.signIn("credentials", asGrace));
  expect(sent(browser)[0]).toBe("POST callback/credentials");
});

test.each([
  ["this tab", 0],
  ["another tab", 1],
])("a sign-in and a sign-out in %s drop the token", async (_, index) => {
  const browser = await openPrepared({ tabs: 2 });
  const { client } = browser.tabs[index] as OpenTab;
  await browser.finish(client.signIn("credentials", { redirect: false, password: "Ada" }), 3000);
  await browser.finish(client.signOut({ redirect: false }), 3000);
  await browser.advance(1000);
  const since = browser.server.log.length;
  await browser.finish(browser.tab.client.signIn("credentials", asGrace), 3000);
  expect(sent({ ...browser, since })[0]).toBe("GET csrf");
  expect(browser.tab.shows()).toBe("Grace");
});

test("after a wrong password the form can be prepared again", async () => {
  const browser = await openPrepared();
  const wrong = { redirect: false, password: "?" } as const;
  await browser.finish(browser.tab.client.signIn("credentials", wrong));
  void prepareSignIn(browser.tab.client);
  await browser.advance(500);
  const since = browser.server.log.length;
  await browser.finish(browser.tab.client.signIn("credentials", asGrace));
  expect(sent({ ...browser, since })[0]).toBe("POST callback/credentials");
});

test("a sign-in during the preparation waits for it, and asks nothing twice", async () => {
  const browser = openBrowser();
  const [{ client }] = browser.tabs as [OpenTab];
  await browser.advance(100);
  browser.server.latencyMs = 100;
  void prepareSignIn(client);
  await browser.advance(40);
  await browser.finish(client.signIn("credentials", asGrace));
  expect(browser.server.log.slice(1).toSorted()).toEqual([
    "GET csrf",
    "GET providers",
    "GET session",
    "POST callback/credentials",
  ]);
});

test.each(["GET csrf", "GET providers"])(
  "a prepared %s that hangs is waited for a second only, and then asked again",
  async (what) => {
    const browser = openBrowser();
    const [{ client }] = browser.tabs as [OpenTab];
    await browser.advance(100);
    browser.server.fault = failing(what, hanging, 1);
    void prepareSignIn(client);
    await browser.advance(100);
    const answer = await browser.finish(client.signIn("credentials", asGrace), 1100);
    expect(answer.ok).toBe(true);
    expect(browser.server.count(what)).toBe(2);
    await browser.advance(20_000);
  },
);

test.each(["GET csrf", "GET providers"])(
  "a prepared %s that has failed or fails meanwhile is asked for again",
  async (what) => {
    for (const waitMs of [10, 500]) {
      const browser = openBrowser();
      const [{ client }] = browser.tabs as [OpenTab];
      await browser.advance(100);
      browser.server.latencyMs = 100;
      browser.server.fault = failing(what, answering(500), 1);
      void prepareSignIn(client);
      await browser.advance(waitMs);
      const answer = await browser.finish(client.signIn("credentials", asGrace));
      expect(answer.ok).toBe(true);
      expect(browser.server.count(what)).toBe(2);
    }
  },
);

test("a failure is not noticed, and the next hover asks again", async () => {
  const browser = openBrowser();
  const [{ client }] = browser.tabs as [OpenTab];
  await browser.advance(100);
  browser.server.fault = failing("GET csrf", answering(500), 1);
  void prepareSignIn(client);
  await browser.advance(100);
  void prepareSignIn(client);
  await browser.advance(100);
  expect(browser.server.count("GET csrf")).toBe(2);
  expect(client.getSnapshot()).toMatchObject({ status: "unauthenticated", error: null });
});

test("a server without a list of providers is asked again by the sign-in, which then rejects", async () => {
  const browser = openBrowser();
  const [{ client }] = browser.tabs as [OpenTab];
  await browser.advance(100);
  browser.server.fault = failing("GET providers", () => new Response(null, { status: 404 }));
  void prepareSignIn(client);
  await browser.advance(100);
  const signIn = browser.finish(client.signIn("credentials", asGrace));
  await expect(signIn).rejects.toMatchObject({ code: "no-providers" });
  expect(browser.server.count("GET providers")).toBe(2);
});

test("a popup uses what was prepared, too", async () => {
  const popup = { go() {}, url: () => undefined, isClosed: () => true, close() {} };
  const browser = await openPrepared({ popup: () => popup });
  const signIn = browser.tab.client.signIn("github", { popup: true });
  await expect(browser.finish(signIn)).rejects.toMatchObject({ code: "popup-closed" });
  expect(sent(browser)[0]).toBe("POST signin/github");
});

test("nothing is asked on a server, and nothing throws", async () => {
  const requests: string[] = [];
  const environment = {
    ...createServerEnvironment(),
    authUrl: () => "https://app.example/api/auth",
    fetch: (url: string) => {
      requests.push(url);
      return Promise.reject(new TypeError("Failed to fetch"));
    },
  };
  await prepareSignIn(createSessionClient({ environment }));
  // It is no store, as the compiler says.
  await prepareSignIn({} as never);
  expect(requests).toEqual([]);
});

test("a prerendered page prepares nothing before it is shown", async () => {
  const browser = openBrowser({ tabs: 0 });
  const { client, tab } = browser.open({ isPrerendering: true });
  await browser.advance(100);
  void prepareSignIn(client);
  await browser.advance(1000);
  expect(browser.server.count("GET csrf")).toBe(0);
  tab.activate();
  await browser.advance(1000);
  expect(browser.server.count("GET csrf")).toBe(1);
});

test("nothing stays alive when it is done", async () => {
  const browser = openBrowser({ isWatched: false });
  const [{ client, tab }] = browser.tabs as [OpenTab];
  void prepareSignIn(client);
  await browser.advance(5000);
  expect(tab.listenerCount()).toBe(0);
  expect(browser.world.clock.pendingTimers()).toBe(0);
});

test.each([
  ["GET csrf", "GET providers"],
  ["GET providers", "GET csrf"],
])("a failed %s is told when the %s that hangs has ended, too", async (failed, hung) => {
  const browser = openBrowser({ isWatched: false });
  const [{ client, tab }] = browser.tabs as [OpenTab];
  await browser.finish(client.getSession());
  await browser.advance(2000);
  const faults = [failing(failed, answering(500)), failing(hung, hanging)];
  browser.server.fault = (request) => faults.map((fault) => fault(request)).find(Boolean);
  let isDone = false;
  void prepareSignIn(client).finally(() => (isDone = true));
  await browser.advance(9000);
  expect(isDone).toBe(false);
  await browser.advance(3000);
  expect(isDone).toBe(true);
  expect(tab.listenerCount()).toBe(0);
  expect(browser.world.clock.pendingTimers()).toBe(0);
});
