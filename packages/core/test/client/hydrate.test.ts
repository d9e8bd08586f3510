import { describe, expect, test } from "vitest";
import { ada, grace, type Person } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const expires = "2026-01-31T00:00:00.000Z";
const sessionOf = (user: Person) => ({ user, expires });

describe("the session option", () => {
  test("undefined is unknown, and asked for on first use", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada, client: { session: undefined } });
    expect(tabs[0]!.shows()).toBe("loading");
    await advance(100);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["a session", sessionOf(ada), "Ada"],
    ["null", null, "nobody"],
  ])(
    "%s is known from the start, and causes no request and no event",
    async (_, session, shown) => {
      const { server, tabs, advance } = openBrowser({
        tabs: 3,
        user: session ? ada : undefined!,
        client: { session },
      });
      for (const { history } of tabs) expect(history).toEqual([shown]);
      await advance(60_000);
      expect(server.requests).toHaveLength(0);
      for (const { history, events } of tabs) {
        expect(history).toEqual([shown]);
        expect(events).toEqual([]);
      }
    },
  );

  test("undefined changes nothing in a client that knows more", () => {
    const { tabs } = openBrowser({ tabs: 1, user: ada, client: { session: sessionOf(ada) } });
    const { client, history } = tabs[0]!;
    client.hydrate(undefined);
    expect(history).toEqual(["Ada"]);
    client.hydrate(null);
    client.hydrate(undefined);
    expect(history).toEqual(["Ada", "nobody"]);
  });

  test("is what getSnapshot shows, too, as long as nothing changes: React renders it once", async () => {
    const { server, tabs, advance } = openBrowser({
      user: ada,
      client: { session: sessionOf(ada), refetchInterval: 60 },
    });
    const { client } = tabs[0]!;
    const observer = client.observe();
    const rendered = observer.getServerSnapshot();
    expect(observer.getSnapshot()).toBe(rendered);
    // Its `expires` is looked at, and moves with the poll; what was rendered says the same as before.
    expect(rendered.data?.expires).toBe(expires);
    await advance(70_000);
    expect(server.requests).toHaveLength(1);
    expect(observer.getServerSnapshot().data?.expires).toBe(expires);
    expect(observer.getSnapshot().data?.expires).not.toBe(expires);
  });

  test("is what getServerSnapshot shows, whatever happens later", async () => {
    const { server, tabs, advance, finish } = openBrowser({
      user: ada,
      client: { session: sessionOf(ada) },
    });
    const { client } = tabs[0]!;
    const rendered = client.getServerSnapshot();
    expect(rendered).toMatchObject({
      status: "authenticated",
      data: sessionOf(ada),
      isFetching: false,
    });
    await advance(100);
    server.user = grace;
    await finish(client.getSession());
    expect(client.getSnapshot().data?.user).toEqual(grace);
    expect(client.getServerSnapshot()).toEqual(rendered);
    expect(client.getServerSnapshot()).toBe(client.getServerSnapshot());
    expect(client.getServerSnapshot().data?.user).toEqual(ada);
  });

  test("is loading on the server where it is not given", () => {
    const { client } = openBrowser({ tabs: 1, isWatched: false }).tabs[0]!;
    expect(client.getServerSnapshot()).toMatchObject({
      status: "loading",
      data: undefined,
      error: null,
    });
    expect(client.getServerSnapshot()).toBe(client.getServerSnapshot());
  });

  test("null: focus, polls and reconnects cost nothing", async () => {
    const { server, tabs, advance } = openBrowser({
      client: { session: null, refetchInterval: 1 },
    });
    await advance(60_000);
    tabs[0]!.tab.show();
    tabs[0]!.tab.goOffline();
    tabs[0]!.tab.goOnline();
    await advance(10_000);
    expect(server.requests).toHaveLength(0);
  });

  test("null: a sign-in in another tab revives it", async () => {
    const { tabs, shown, advance, finish } = openBrowser({ tabs: 2, client: { session: null } });
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" }));
    await advance(100);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test("that another tab contradicts is asked for", async () => {
    const { server, open, advance } = openBrowser({ user: grace });
    await advance(2000);
    const second = open({ client: { session: sessionOf(ada) } });
    expect(second.shows()).toBe("Ada");
    await advance(100);
    expect(second.history).toEqual(["Ada", "Grace"]);
    expect(second.events).toEqual(["userChanged"]);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  test("is not announced to other tabs, because the page may be an old one", async () => {
    const { server, open, advance } = openBrowser({
      user: grace,
      client: { session: sessionOf(ada) },
    });
    await advance(100);
    const second = open({ client: { session: undefined } });
    await advance(100);
    expect(second.history).toEqual(["loading", "Grace"]);
    // One by the second tab, and one by the first to confirm what it is told.
    expect(server.requests).toHaveLength(2);
  });
});

describe("hydrate()", () => {
  test("shows the session that a page was rendered with, though nothing was known", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada, isWatched: false });
    const { client, watch, history } = tabs[0]!;
    client.hydrate(sessionOf(ada));
    watch();
    await advance(10_000);
    expect(history).toEqual(["Ada"]);
    expect(server.requests).toHaveLength(0);
  });

  test("shows a sign-in on the server at once, and confirms it by one request", async () => {
    const { server, tabs, shown, advance } = openBrowser({ tabs: 3 });
    await advance(10_000);
    server.user = ada;
    tabs[0]!.client.hydrate(sessionOf(ada));
    expect(tabs[0]!.shows()).toBe("Ada");
    await advance(100);
    expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
    expect(server.count("GET session")).toBe(2);
    expect(tabs[0]!.events).toEqual(["signedIn"]);
  });

  test("causes no request and no render if it changes nothing", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada });
    await advance(10_000);
    const { client } = tabs[0]!;
    const before = client.getSnapshot();
    client.hydrate({ user: { ...ada }, expires: "2026-03-01T00:00:00.000Z" });
    await advance(1000);
    expect(client.getSnapshot()).toBe(before);
    expect(server.requests).toHaveLength(1);
  });

  test.each([false, true])(
    "does not bring back a user who has signed out (another tab: %s)",
    async (isOther) => {
      const { server, tabs, advance, finish } = openBrowser({ tabs: 2, user: ada });
      await advance(100);
      await finish(tabs[isOther ? 1 : 0]!.client.signOut({ redirect: false }));
      await advance(100);
      tabs[0]!.client.hydrate(sessionOf(ada));
      await advance(10_000);
      for (const { history } of tabs) expect(history).toEqual(["loading", "Ada", "nobody"]);
      expect(server.user).toBeNull();
    },
  );

  test("does not sign out a user who has signed in since", async () => {
    const { tabs, shown, advance, finish } = openBrowser({ tabs: 2 });
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" }));
    tabs[0]!.client.hydrate(null);
    await advance(1000);
    expect(shown()).toEqual(["Ada", "Ada"]);
    expect(tabs[0]!.history).toEqual(["loading", "nobody", "Ada"]);
  });

  test("that the server contradicts is corrected", async () => {
    const { tabs, shown, advance } = openBrowser({ tabs: 2, user: grace });
    await advance(10_000);
    tabs[0]!.client.hydrate(sessionOf(ada));
    await advance(100);
    expect(shown()).toEqual(["Grace", "Grace"]);
    expect(tabs[1]!.history).not.toContain("Ada");
  });

  test("a read that is under way does not undo it", async () => {
    const { server, tabs, advance } = openBrowser();
    await advance(10_000);
    server.latencyMs = 500;
    const read = tabs[0]!.client.getSession();
    await advance(100);
    server.latencyMs = 0;
    server.user = ada;
    tabs[0]!.client.hydrate(sessionOf(ada));
    await advance(5000);
    expect(tabs[0]!.shows()).toBe("Ada");
    await expect(read).resolves.toMatchObject({ user: ada });
  });
});
