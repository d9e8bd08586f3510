import { describe, expect, test } from "vitest";
import { ada, grace, json } from "../support/auth-server.ts";
import { openBrowser, type BrowserOptions, type OpenTab } from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const stay = { redirect: false } as const;

/** A tab that is shown, and another that is prerendered. */
async function openPrepared(options: BrowserOptions = {}) {
  const browser = openBrowser({ user: ada, ...options });
  await browser.advance(6000);
  const { server, world } = browser;
  const [readsBefore, saidBefore] = [server.count("GET session"), world.hub.posted.length];
  const [channelsBefore, storageBefore] = [world.hub.channelCount(), [...world.hub.storage]];
  const page = browser.open({ isPrerendering: true });

  /** It has read so often, and nobody has noticed anything else of it. */
  function expectSilent(reads: number): void {
    expect(world.hub.posted.length).toBe(saidBefore);
    expect(world.hub.channelCount()).toBe(channelsBefore);
    expect([...world.hub.storage]).toEqual(storageBefore);
    expect(page.tab.navigations).toEqual([]);
    expect(server.count("GET session") - readsBefore).toBe(reads);
  }

  return { ...browser, page, expectSilent };
}

describe("a page that is prerendered for 12 s", () => {
  test("reads at once although it gets no lock", async () => {
    const { page, expectSilent, advance } = await openPrepared();
    await advance(100);
    expectSilent(1);
    expect(page.shows()).toBe("Ada");
  });

  test("reads once although it gets no lock, says nothing, and shows the user when it is shown", async () => {
    const { page, expectSilent, advance, shown } = await openPrepared();
    await advance(12_000);
    expectSilent(1);
    page.tab.activate();
    await advance(100);
    expect(page.history).toEqual(["loading", "Ada"]);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test("does not poll, nor come back to a read that has failed", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    const page = open({ isPrerendering: true, client: { refetchInterval: 1 } });
    await advance(100);
    server.fault = failing("GET session", answering(500));
    const failed = open({ isPrerendering: true, client: { refetchInterval: 1 } });
    await advance(12_000);
    expect([page.shows(), failed.shows()]).toEqual(["Ada", "loading"]);
    expect(server.requests.map(({ from }) => from)).toEqual([0, 1]);
  });

  test.each([
    ["hangs", hanging],
    ["fails", answering(503)],
  ])("is never taken for signed out where its read %s", async (_, failure) => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    server.fault = failing("GET session", failure, 1);
    const page = open({ isPrerendering: true });
    await advance(12_000);
    expect(page.client.getSnapshot()).toMatchObject({ status: "loading", error: null });
    page.tab.activate();
    await advance(1000);
    expect(page.history).toEqual(["loading", "Ada"]);
  });

  test("has no deadline of loading before it is shown, and one of its own afterwards", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    server.fault = failing("GET session", hanging);
    const page = open({ isPrerendering: true });
    await advance(60_000);
    page.tab.activate();
    await advance(10_000);
    expect(page.shows()).toBe("loading");
    await advance(2000);
    expect(page.client.getSnapshot().error).toMatchObject({ code: "timeout" });
  });

  test("shows who has signed in meanwhile, and never who was there before", async () => {
    const { page, tabs, advance, finish } = await openPrepared();
    await advance(6000);
    const { client } = tabs[0]!;
    await finish(client.signIn("credentials", { ...stay, password: "Grace" }));
    page.history.length = 0;
    page.tab.activate();
    await advance(100);
    expect(page.history.filter((shows) => shows !== "loading")).toEqual(["Grace"]);
  });

  test("is right also where its read was on its way while somebody signed in", async () => {
    const { server, tabs, open, advance, finish } = openBrowser({ user: ada });
    await advance(6000);
    let answer = (): void => {};
    const slow = new Promise<Response>((resolve) => {
      answer = () => resolve(json({}));
    });
    server.fault = failing("GET session", () => slow, 1);
    const page = open({ isPrerendering: true });
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "Grace" }));
    page.tab.activate();
    answer();
    await advance(1000);
    expect(page.history).toEqual(["loading", "Grace"]);
  });
});

test("a page that is shown tells its peers whom it has read, even if none of them answers it", async () => {
  const { server, tabs, open, shown, advance, finish } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  server.fault = failing("GET providers", answering(503), 1);
  server.user = grace;
  // After a mutation without an answer a tab cannot say what holds.
  const signIn = tabs[0]!.client.signIn("credentials", { ...stay, password: "Ada" });
  await expect(finish(signIn)).rejects.toMatchObject({ code: "http" });
  const page = open({ isPrerendering: true });
  await advance(100);
  page.tab.activate();
  await advance(100);
  expect(shown()).toEqual(["Grace", "Grace", "Grace"]);
});

describe("when it is shown, a page asks again", () => {
  test.each([
    ["where what it knows is older than five seconds", 6000, 1],
    ["not where it is younger", 3000, 0],
  ])("%s", async (_, waitMs, reads) => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    const page = open({ isPrerendering: true });
    await advance(waitMs);
    expect(server.count("GET session")).toBe(1);
    page.tab.activate();
    await advance(1000);
    expect(server.count("GET session")).toBe(1 + reads);
    expect(page.history).toEqual(["loading", "Ada"]);
  });

  test("where nobody looked at it at the time of a sign-in, of which it received nothing", async () => {
    const { tabs, open, advance, finish } = openBrowser({ user: ada });
    await advance(6000);
    const page = open({ isPrerendering: true, isWatched: false });
    const stop = page.watch();
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "Grace" }));
    stop();
    await advance(2000);
    page.tab.activate();
    page.history.length = 0;
    page.watch();
    await advance(100);
    // What it knows must revalidate from the first look on.
    expect(page.history).toEqual(["Ada", "loading", "Grace"]);
  });
});

describe("required()", () => {
  test.each([
    ["goes nowhere before the page is shown, and does afterwards", null, 1],
    ["goes nowhere where somebody is signed in", ada, 0],
  ])("%s", async (_, user, visits) => {
    const { open, advance } = openBrowser({ tabs: 0, ...(user && { user }) });
    const { client, tab } = open({ isPrerendering: true, isWatched: false });
    client.requireSession();
    await advance(12_000);
    expect(tab.navigations).toEqual([]);
    tab.activate();
    await advance(1000);
    expect(tab.navigations).toHaveLength(visits);
  });
});

describe("a call on a page that nobody sees yet waits until it is shown", () => {
  test.each<[string, (tab: OpenTab) => Promise<unknown>, string, string]>([
    ["signOut()", ({ client }) => client.signOut(stay), "POST signout", "nobody"],
    ["update()", ({ client }) => client.update({ name: "Lady" }), "POST session", "Lady"],
    [
      "signIn()",
      ({ client }) => client.signIn("credentials", { ...stay, password: "Grace" }),
      "POST callback/credentials",
      "Grace",
    ],
  ])("%s", async (_, call, post, shows) => {
    const { server, page, expectSilent, advance, finish, shown } = await openPrepared();
    const outcome = call(page);
    await advance(12_000);
    expect(server.count(post)).toBe(0);
    expectSilent(1);
    page.tab.activate();
    await finish(outcome);
    await advance(1500);
    expect(server.count(post)).toBe(1);
    expect(shown()).toEqual([shows, shows]);
  });

  test("and leaves no listener behind", async () => {
    const { page, finish, advance } = await openPrepared();
    const listeners = page.tab.listenerCount();
    const outcome = page.client.update();
    page.tab.activate();
    await finish(outcome);
    await advance(1500);
    const { tab } = page;
    // Of the visible page: focus, reconnect and the page cache, and none of activations.
    expect([listeners, tab.listenerCount()]).toEqual([1, 3]);
  });

  test("getSession() does not: it asks", async () => {
    const { page, finish } = await openPrepared();
    expect(await finish(page.client.getSession())).toMatchObject({ user: ada });
  });
});
