import { describe, expect, test } from "vitest";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const ways = ["nextauth.message", "next-auth"];
const message = (trigger: string): object => ({ event: "session", data: { trigger } });

/** Two tabs of ours, and one of next-auth, which only listens. */
async function openBeside(user: typeof ada | undefined) {
  const browser = openBrowser({ tabs: 2, ...(user && { user }) });
  const { world, advance, server } = browser;
  const told: string[] = [];
  const listener = {};
  world.hub.openStorage(listener, ways[0]!, () => told.push(ways[0]!));
  world.hub.open(listener, ways[1]!, () => told.push(ways[1]!));
  await advance(6000);
  const before = server.count("GET session");
  return { ...browser, told, asked: () => server.count("GET session") - before };
}

describe.each(ways)("a tab that runs next-auth, by %s", (way) => {
  test("signs out: all tabs of ours ask once between them, and show it", async () => {
    const { world, server, advance, shown, asked } = await openBeside(ada);
    server.user = null;
    world.hub.inject(way, message("signout"));
    await advance(100);
    expect(shown()).toEqual(["nobody", "nobody"]);
    expect(asked()).toBe(1);
  });

  test("signs in: all tabs of ours ask once between them, and show it", async () => {
    const { world, server, advance, shown, asked } = await openBeside(undefined);
    server.user = grace;
    world.hub.inject(way, message("getSession"));
    await advance(100);
    expect(shown()).toEqual(["Grace", "Grace"]);
    expect(asked()).toBe(1);
  });

  test("signs another user in: shown at once, or within five seconds of the last answer", async () => {
    const { world, server, advance, shown, asked, tabs, finish } = await openBeside(ada);
    server.user = grace;
    world.hub.inject(way, message("getSession"));
    await advance(100);
    expect(shown()).toEqual(["Grace", "Grace"]);
    // The other tab of ours asks as well, because a read confirms a change of user.
    await advance(1400);
    expect(asked()).toBe(2);
    server.user = ada;
    world.hub.inject(way, message("getSession"));
    await advance(4200);
    expect(asked()).toBe(2);
    await advance(1000);
    expect(shown()).toEqual(["Ada", "Ada"]);
    await finish(tabs[0]!.client.getSession());
  });

  test("signs out while a read is in flight: its answer is not applied", async () => {
    const { world, server, advance, tabs } = await openBeside(ada);
    server.latencyMs = 3000;
    void tabs[0]!.client.getSession();
    await advance(50);
    server.latencyMs = 0;
    server.user = null;
    world.hub.inject(way, message("signout"));
    await advance(10_000);
    for (const { history } of tabs) expect(history).toEqual(["loading", "Ada", "nobody"]);
    expect(server.user).toBeNull();
  });
});

test.each<
  [string, (client: ReturnType<typeof openBrowser>["tabs"][0]["client"]) => Promise<unknown>]
>([
  ["a sign-in", (client) => client.signIn("credentials", { redirect: false, password: "Grace" })],
  ["a sign-out", (client) => client.signOut({ redirect: false })],
  ["an update", (client) => client.update({ name: "Countess" })],
])("tells tabs of next-auth of %s, after it has happened", async (_, mutate) => {
  const { told, tabs, server, finish } = await openBeside(ada);
  told.length = 0;
  server.latencyMs = 50;
  server.fault = () => {
    expect(told).toEqual([]);
    return undefined;
  };
  await finish(mutate(tabs[0]!.client));
  expect(new Set(told)).toEqual(new Set(ways));
});

test("signals the user that a page finds when it opens, and nothing that stays the same", async () => {
  const { told, advance, open } = await openBeside(ada);
  expect(told).toEqual(ways);
  open();
  await advance(60_000);
  expect(told).toEqual(ways);
});

test("what next-auth's tabs say many times a second keeps nobody from a first answer", async () => {
  const { world, server, tabs, advance } = openBrowser({ user: ada });
  server.latencyMs = 150;
  for (let times = 0; times < 20; times += 1) {
    world.hub.inject("next-auth", { event: "session", data: { trigger: "getSession" } });
    await advance(100);
  }
  expect(tabs[0]!.shows()).toBe("Ada");
  expect(server.count("GET session")).toBe(1);
});

describe("next-auth in the same page", () => {
  const origin = "https://app.example";

  /** A tab of which the test says what requests its page has made. */
  async function openShared(user: typeof ada | undefined) {
    const browser = openBrowser({ tabs: 0, ...(user && { user }) });
    let tell = (_url: string, _ageMs: number): void => {};
    const { client } = browser.open({
      alter: () => ({
        onRequest(listener) {
          tell = listener;
          return () => {};
        },
      }),
    });
    await browser.advance(6000);
    const before = browser.server.count("GET session");
    return {
      ...browser,
      client,
      request: (path: string, ageMs = 50) => tell(origin + path, ageMs),
      asked: () => browser.server.count("GET session") - before,
    };
  }

  test("signs in, and stays on the page: it is shown", async () => {
    const { server, request, shown, advance, asked } = await openShared(undefined);
    server.user = grace;
    request("/api/auth/callback/credentials?");
    await advance(100);
    expect(shown()).toEqual(["Grace"]);
    expect(asked()).toBe(1);
  });

  test("signs out: it is shown", async () => {
    const { server, request, shown, advance, asked } = await openShared(ada);
    server.user = null;
    request("/api/auth/signout");
    await advance(100);
    expect(shown()).toEqual(["nobody"]);
    expect(asked()).toBe(1);
  });

  test("signs another user in: it is shown, and a read that was asked before is not", async () => {
    const { client, server, request, shown, advance, tabs } = await openShared(ada);
    server.latencyMs = 300;
    void client.getSession();
    await advance(50);
    server.latencyMs = 0;
    server.user = grace;
    request("/api/auth/callback/credentials?");
    await advance(100);
    expect(shown()).toEqual(["Grace"]);
    await advance(1000);
    expect(tabs[0]!.history).toEqual(["loading", "Ada", "Grace"]);
  });

  test.each([
    "/api/auth/session",
    "/api/auth/csrf",
    "/signout",
    "/api/auth/signouts",
    "/other",
    "/staff/api/auth/signout",
  ])("a request of %s means nothing", async (path) => {
    const { request, advance, asked } = await openShared(ada);
    request(path);
    await advance(100);
    expect(asked()).toBe(0);
  });

  test.each(["during", "after"])("our own are not taken for its, told of %s them", async (when) => {
    const { client, server, request, advance, finish, asked } = await openShared(ada);
    server.latencyMs = 100;
    const signedOut = client.signOut({ redirect: false });
    await advance(250);
    if (when === "during") request("/api/auth/signout");
    await finish(signedOut);
    if (when === "after") request("/api/auth/signout", 200);
    await advance(4000);
    expect(asked()).toBe(1);
  });
});
