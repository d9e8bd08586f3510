import { expect, test } from "vitest";
import { ada, dialects, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing, hanging, html, reset } from "../support/faults.ts";

test.each(dialects)(
  "asks the server once, after it has waited 15 ms for other tabs (%s)",
  async (dialect) => {
    const { server, tabs, advance } = openBrowser({ dialect, user: ada });
    await advance(14);
    expect(server.requests).toHaveLength(0);
    expect(tabs[0]!.client.getSnapshot()).toMatchObject({ status: "loading", data: undefined });
    await advance(2);
    expect(server.log).toEqual(["GET session"]);
    expect(tabs[0]!.client.getSnapshot()).toMatchObject({
      status: "authenticated",
      data: { user: ada, expires: "2026-01-31T00:00:00.015Z" },
      error: null,
      isFetching: false,
    });
    await advance(60_000);
    expect(server.requests).toHaveLength(1);
  },
);

test.each(dialects)("shows nobody where nobody is signed in (%s)", async (dialect) => {
  const { tabs, advance } = openBrowser({ dialect });
  await advance(20);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({
    status: "unauthenticated",
    data: null,
    error: null,
  });
});

test("asks nothing in a tab that opens beside one with a fresh answer", async () => {
  const { server, open, advance, shown } = openBrowser({ user: ada });
  await advance(2000);
  const second = open();
  await advance(0);
  expect(second.shows()).toBe("Ada");
  await advance(2000);
  expect(shown()).toEqual(["Ada", "Ada"]);
  expect(server.requests).toHaveLength(1);
});

test("eight tabs that open in turn cost one request", async () => {
  const { server, open, advance, shown } = openBrowser({ user: ada });
  for (let i = 1; i < 8; i++) {
    await advance(300);
    open();
  }
  await advance(300);
  expect(shown()).toEqual(Array(8).fill("Ada"));
  expect(server.requests).toHaveLength(1);
});

test("shows what an older tab knows at once, and asks if that is older than five seconds", async () => {
  const { server, open, advance } = openBrowser({ user: ada });
  await advance(10_000);
  server.latencyMs = 500;
  const second = open();
  await advance(20);
  expect(second.shows()).toBe("Ada");
  expect(server.count("GET session")).toBe(2);
});

test("a tab that knows nothing yet does not answer another tab's hello", async () => {
  const { server, open, advance, shown } = openBrowser({ user: ada });
  server.latencyMs = 200;
  await advance(10);
  open();
  await advance(1000);
  expect(shown()).toEqual(["Ada", "Ada"]);
  expect(server.count("GET session")).toBe(1);
});

test.each([
  ["500", answering(500)],
  ["a broken connection", reset],
  ["HTML", html],
])("retries a first read that failed at once within 300 ms, unseen (%s)", async (_, failure) => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  server.fault = failing("GET session", failure, 1);
  await advance(320);
  expect(server.count("GET session")).toBe(2);
  expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
  expect(tabs[0]!.events).toEqual([]);
  expect(tabs[0]!.client.getSnapshot().error).toBeNull();
});

test("ends loading with the error when the quick retry fails too, and recovers by itself", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  const { client, events, history } = tabs[0]!;
  server.fault = failing("GET session", answering(500));
  await advance(320);
  expect(server.count("GET session")).toBe(2);
  expect(client.getSnapshot()).toMatchObject({
    status: "unauthenticated",
    data: null,
    error: { code: "http", status: 500 },
  });
  server.fault = undefined;
  await advance(60_000);
  expect(history).toEqual(["loading", "nobody", "Ada"]);
  expect(events).toEqual(["error"]);
  expect(client.getSnapshot().error).toBeNull();
});

test("does not hide a first read that timed out behind a quick retry", async () => {
  const { server, tabs, advance } = openBrowser();
  server.fault = failing("GET session", hanging);
  await advance(10_020);
  expect(server.count("GET session")).toBe(1);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({
    status: "unauthenticated",
    error: { code: "timeout" },
  });
});

test("an outage at the start of ten tabs costs a handful of requests, and all recover", async () => {
  const { server, advance, shown } = openBrowser({ tabs: 10, user: ada });
  server.fault = failing("GET session", answering(503));
  await advance(5000);
  expect(shown()).toEqual(Array(10).fill("nobody"));
  server.fault = undefined;
  await advance(60_000);
  expect(shown()).toEqual(Array(10).fill("Ada"));
  expect(server.count("GET session")).toBeLessThan(30);
});

test.each([
  ["the link in an email has signed somebody in", undefined, ada],
  ["it has signed another user in", ada, grace],
  ["it has signed the user out", ada, null],
])("a page that the server has sent the user to asks, for %s", async (_, before, after) => {
  const { server, open, advance, shown } = openBrowser(before && { user: before });
  await advance(100);
  server.user = after;
  open({ isArrival: true });
  await advance(100);
  const name = after?.name ?? "nobody";
  expect(shown()).toEqual([name, name]);
  // A change from one user to another is confirmed by the tab that learns of it.
  expect(server.requests).toHaveLength(before && after ? 3 : 2);
});

test("a page that the server has sent the user to, with a session, makes no request", async () => {
  const { server, open, advance } = openBrowser({ tabs: 0 });
  const session = { user: ada, expires: "2027-01-01T00:00:00.000Z" };
  const { shows } = open({ isArrival: true, client: { session } });
  await advance(1000);
  expect(shows()).toBe("Ada");
  expect(server.requests).toHaveLength(0);
});

test.each([
  ["and yet the other tabs learn of it, by one request between them", { ...ada }],
  // Vue, Solid, Svelte and MobX wrap what an app keeps in their stores.
  ["and so they do if a reactive store has wrapped that session", new Proxy({ ...ada }, {})],
])("%s", async (_, user) => {
  const { server, open, advance, shown } = openBrowser({ tabs: 2 });
  await advance(100);
  const before = server.requests.length;
  server.user = ada;
  server.latencyMs = 20;
  const session = { user, expires: "2027-01-01T00:00:00.000Z" };
  open({ isArrival: true, client: { session } });
  await advance(1000);
  expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  expect(server.requests.length - before).toBe(1);
});

test("a fetch that does not listen to its signal is given up, and polls continue", async () => {
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    requests += 1;
    if (requests === 2) await new Promise(() => {});
    return Response.json({ user: ada, expires: "2027-01-01T00:00:00.000Z" });
  };
  const { tabs, advance } = openBrowser({ client: { refetchInterval: 5, fetch } });
  const codes: string[] = [];
  tabs[0]!.client.on("error", ({ code }) => void codes.push(code));
  await advance(47_000);
  expect(codes).toEqual(["timeout"]);
  expect(tabs[0]!.client.getSnapshot().error).toBeNull();
  expect(requests).toBeGreaterThan(3);
});
