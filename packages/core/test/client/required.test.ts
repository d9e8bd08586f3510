import { describe, expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser, type BrowserOptions } from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

function openRequired(options: BrowserOptions = {}) {
  const browser = openBrowser({ isWatched: false, ...options });
  let calls = 0;
  const stop = browser.tabs[0]!.client.requireSession(() => void (calls += 1));
  return { ...browser, ...browser.tabs[0]!, stop, calls: () => calls };
}

test.each(dialects)(
  "calls back when it turns out that nobody is signed in, once (%s)",
  async (dialect) => {
    const { advance, calls } = openRequired({ dialect });
    expect(calls()).toBe(0);
    await advance(14);
    expect(calls()).toBe(0);
    await advance(60_000);
    expect(calls()).toBe(1);
  },
);

test("calls back once for each sign-out", async () => {
  const { server, client, advance, finish, calls } = openRequired({ user: ada });
  await advance(100);
  expect(calls()).toBe(0);
  await finish(client.signOut({ redirect: false }));
  expect(calls()).toBe(1);
  await finish(client.getSession());
  await advance(10_000);
  expect(calls()).toBe(1);
  await finish(client.signIn("credentials", { redirect: false, password: "Ada" }));
  server.user = null;
  await finish(client.getSession());
  expect(calls()).toBe(2);
});

test("calls back at once where it is known that nobody is signed in", () => {
  const { client } = openBrowser({ isWatched: false, client: { session: null } }).tabs[0]!;
  let calls = 0;
  client.requireSession(() => void (calls += 1));
  expect(calls).toBe(1);
});

test("calls each of two consumers, and none that has stopped", async () => {
  const { client, advance, stop, calls } = openRequired();
  let others = 0;
  client.requireSession(() => void (others += 1));
  stop();
  await advance(100);
  expect([calls(), others]).toEqual([0, 1]);
});

describe("an error is no sign-out", () => {
  test("not when the first read fails", async () => {
    const { server, advance, client, calls } = openRequired();
    server.fault = failing("GET session", answering(500));
    await advance(1000);
    expect(client.getSnapshot()).toMatchObject({
      status: "unauthenticated",
      error: { status: 500 },
    });
    expect(calls()).toBe(0);
    server.fault = undefined;
    await advance(60_000);
    expect(calls()).toBe(1);
  });

  test("not when the server never answers", async () => {
    const { server, advance, calls } = openRequired();
    server.fault = failing("GET session", hanging);
    await advance(120_000);
    expect(calls()).toBe(0);
  });

  test("not while a session is known", async () => {
    const { server, advance, client, finish, calls } = openRequired({ user: ada });
    await advance(100);
    server.fault = failing("GET session", answering(500));
    await finish(client.getSession());
    await advance(60_000);
    expect(calls()).toBe(0);
  });

  test("nor is the end of an error, where nobody was signed in before it", async () => {
    const { server, advance, client, finish, calls } = openRequired();
    await advance(100);
    expect(calls()).toBe(1);
    server.fault = failing("GET session", answering(500), 1);
    await finish(client.getSession());
    expect(client.getSnapshot().error).not.toBeNull();
    await advance(60_000);
    expect(client.getSnapshot().error).toBeNull();
    expect(calls()).toBe(1);
  });
});

test.each([
  [{}, "https://app.example/api/auth/signin"],
  [{ basePath: "/cool-app/" }, "https://app.example/cool-app/signin"],
  [{ baseUrl: "https://auth.example", basePath: "/auth" }, "https://auth.example/auth/signin"],
])("without a handler it goes to the sign-in page, which leads back: %j", (options, expected) => {
  const url = "https://app.example/deep?x=1#y";
  const { tab, client } = openBrowser({
    url,
    isWatched: false,
    client: { session: null, ...options },
  }).tabs[0]!;
  client.requireSession();
  expect(tab.navigations).toHaveLength(1);
  const target = new URL(tab.navigations[0]!);
  expect(target.origin + target.pathname).toBe(expected);
  expect(Object.fromEntries(target.searchParams)).toEqual({
    error: "SessionRequired",
    callbackUrl: url,
  });
});

test("goes through an app's router where there is one", () => {
  const seen: string[] = [];
  const { tab, client } = openBrowser({
    isWatched: false,
    client: { session: null, navigate: (url) => void seen.push(url) },
  }).tabs[0]!;
  client.requireSession();
  expect(seen).toHaveLength(1);
  expect(tab.navigations).toEqual([]);
});

test("counts as a subscriber, and leaves nothing behind", async () => {
  const { world, tab, advance, stop, server } = openRequired();
  await advance(100);
  expect(server.requests).toHaveLength(1);
  expect(tab.listenerCount()).toBeGreaterThan(0);
  stop();
  await advance(2000);
  expect(tab.listenerCount()).toBe(0);
  expect(world.clock.pendingTimers()).toBe(0);
});

test("shows loading where a session is required and nobody is signed in", async () => {
  const { client, advance, finish } = openRequired();
  const observer = client.observe();
  await advance(100);
  expect(observer.getSnapshot({ required: true })).toMatchObject({
    status: "loading",
    data: null,
  });
  expect(observer.getSnapshot()).toMatchObject({ status: "unauthenticated", data: null });
  await finish(client.signIn("credentials", { redirect: false, password: "Ada" }));
  expect(observer.getSnapshot({ required: true })).toMatchObject({ status: "authenticated" });
});
