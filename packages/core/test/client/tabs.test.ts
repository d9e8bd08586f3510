import { describe, expect, test } from "vitest";
import { createSessionClient, type Session } from "../../src/index.ts";
import { ada, dialects, grace, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const asGrace = { redirect: false, password: "Grace" } as const;

describe.each(dialects)("%s", (dialect) => {
  test("a sign-in and a sign-out are one request each, a switch of users two, and each one event in each tab", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 10, dialect });
    await advance(100);
    expect(server.count("GET session")).toBe(1);
    await finish(tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" }));
    await advance(100);
    expect(shown()).toEqual(Array(10).fill("Ada"));
    expect(server.count("GET session")).toBe(2);
    await finish(tabs[3]!.client.signIn("credentials", asGrace));
    await advance(100);
    expect(shown()).toEqual(Array(10).fill("Grace"));
    // That another tab says so is confirmed once.
    await advance(1000);
    expect(server.count("GET session")).toBe(4);
    await finish(tabs[7]!.client.signOut({ redirect: false }));
    await advance(100);
    expect(server.count("GET session")).toBe(5);
    for (const { history, events } of tabs) {
      expect(history).toEqual(["loading", "nobody", "Ada", "Grace", "nobody"]);
      expect(events).toEqual(["signedIn", "userChanged", "signedOut"]);
    }
  });

  test("an update is one request and shows in every tab, never as loading", async () => {
    const { server, tabs, advance, finish } = openBrowser({ tabs: 10, dialect, user: ada });
    await advance(100);
    await finish(tabs[4]!.client.update({ name: "Countess" }));
    await advance(100);
    expect(server.count("GET session")).toBe(1);
    expect(server.count("POST session")).toBe(1);
    for (const { history, events } of tabs) {
      expect(history).toEqual(["loading", "Ada", "Countess"]);
      expect(events).toEqual([]);
    }
  });
});

test("another user's session replaces the old one in one step, and nothing of the old one is left", async () => {
  const { server, tabs, advance } = openBrowser({
    tabs: 3,
    user: { ...ada, role: "admin" } as never,
  });
  const seen: Session[][] = tabs.map(() => []);
  const switches: [Session, Session][] = [];
  for (const [index, { client }] of tabs.entries()) {
    client.subscribe(() => {
      const { data } = client.getSnapshot();
      if (data) seen[index]!.push(data);
    });
    client.on("userChanged", (session, previous) => void switches.push([session, previous]));
  }
  await advance(10_000);
  server.user = grace;
  tabs[0]!.tab.show();
  await advance(100);
  expect(switches).toHaveLength(3);
  for (const [session, previous] of switches) {
    expect(session.user).toEqual(grace);
    expect(previous.user).toEqual({ ...ada, role: "admin" });
  }
  for (const sessions of seen) {
    const users = new Set(sessions.map(({ user }) => JSON.stringify(user)));
    expect([...users]).toEqual([JSON.stringify({ ...ada, role: "admin" }), JSON.stringify(grace)]);
  }
});

test.each([
  ["id", { id: "1", name: "Ada" }, { id: "2", name: "Ada" }],
  ["email", { email: "a@x.example", name: "Ada" }, { email: "b@x.example", name: "Ada" }],
  ["name", { name: "Ada" }, { name: "Grace" }],
])("distinguishes users by their %s", async (_, before, after) => {
  const { server, tabs, advance } = openBrowser();
  const expires = "2026-02-01T00:00:00.000Z";
  server.fault = () => json({ user: before, expires });
  await advance(10_000);
  server.fault = () => json({ user: after, expires });
  tabs[0]!.tab.show();
  await advance(100);
  expect(tabs[0]!.client.getSnapshot().data).toEqual({ user: after, expires });
  expect(tabs[0]!.events).toEqual(["userChanged"]);
});

test("a new name of the same user is no other user", async () => {
  const { server, tabs, advance } = openBrowser();
  const expires = "2026-02-01T00:00:00.000Z";
  server.fault = () => json({ user: { id: "1", name: "Ada" }, expires });
  await advance(10_000);
  server.fault = () => json({ user: { id: "1", name: "Countess" }, expires });
  tabs[0]!.tab.show();
  await advance(100);
  expect(tabs[0]!.shows()).toBe("Countess");
  expect(tabs[0]!.events).toEqual([]);
});

test("a change is on every tab within 100 ms of the server's answer, with messages that take 20 ms", async () => {
  const { server, tabs, shown, advance } = openBrowser({ tabs: 10, messageDelayMs: 20 });
  await advance(1000);
  server.latencyMs = 10;
  void tabs[0]!.client.signIn("credentials", asGrace);
  while (server.count("POST callback/credentials") === 0) await advance(1);
  await advance(10 + 100);
  expect(shown()).toEqual(Array(10).fill("Grace"));
});

test("what getSession() finds out is on every tab", async () => {
  const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 5 });
  await advance(100);
  server.user = grace;
  await expect(finish(tabs[2]!.client.getSession())).resolves.toMatchObject({ user: grace });
  await advance(100);
  expect(shown()).toEqual(Array(5).fill("Grace"));
  expect(server.count("GET session")).toBe(2);
});

test("fifty calls of getSession() at once are one request, and all get the same session", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  await advance(10_000);
  server.latencyMs = 100;
  const sessions = await finish(
    Promise.all(Array.from({ length: 50 }, () => tabs[0]!.client.getSession())),
  );
  expect(server.count("GET session")).toBe(2);
  expect(new Set(sessions.map((session) => JSON.stringify(session))).size).toBe(1);
  expect(sessions[0]).toMatchObject({ user: ada });
});

test("getSession() asks the server although the answer is fresh", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  await advance(100);
  server.user = grace;
  await expect(finish(tabs[0]!.client.getSession())).resolves.toMatchObject({ user: grace });
});

test("clients of two auth servers do not receive each other's announcements", async () => {
  const { server, tabs, open, advance, finish } = openBrowser({ user: ada });
  const session = { user: grace, expires: "2026-02-01T00:00:00.000Z" };
  const other = open({ client: { basePath: "/other/auth", session } });
  await advance(100);
  await finish(tabs[0]!.client.signOut({ redirect: false }));
  await advance(10_000);
  expect(tabs[0]!.shows()).toBe("nobody");
  expect(other.history).toEqual(["Grace"]);
  expect(server.requests.filter(({ url }) => url.includes("/other/"))).toEqual([]);
});

test("two clients on one page are one request, and agree", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  const { environment } = tabs[0]!.tab;
  const second = createSessionClient({ environment });
  second.subscribe(() => {});
  await advance(100);
  expect(second.getSnapshot().data?.user).toEqual(ada);
  expect(server.count("GET session")).toBe(1);
  await finish(second.signOut({ redirect: false }));
  await advance(100);
  expect(tabs[0]!.shows()).toBe("nobody");
  expect(server.count("GET session")).toBe(2);
});
