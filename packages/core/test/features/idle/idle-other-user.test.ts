import { describe, expect, test } from "vitest";
import { grace } from "../../support/auth-server.ts";
import { failing } from "../../support/faults.ts";
import { openIdleBrowser } from "./idle-browser.ts";

const asGrace = { redirect: false, username: "Grace", password: "Grace" } as const;
const tokenOfServer = (): Response => Response.json({ csrfToken: "token" });

/** Opens tabs of which one waits for the token of its sign-out, until `answer` is called. */
async function untilOneWaits(options: object = {}) {
  const browser = await openIdleBrowser({ tabs: 3, ...options });
  const { server, tabs, advance } = browser;
  let answer = (): void => {};
  const token = new Promise<Response>((resolve) => {
    answer = () => resolve(tokenOfServer());
  });
  server.fault = failing("GET csrf", () => token, 1);
  await advance(60_500);
  const waiting = tabs[server.last("GET csrf").from]!;
  const other = tabs.find((it) => it !== waiting)!;
  return { ...browser, waiting, other, answer };
}

describe.each([
  ["with all", {}],
  ["without locks", { hasLocks: false }],
  ["with storage only", { hasChannel: false }],
  ["with a channel only", { hasStorage: false }],
])("a user who has signed in since is not signed out, %s", (_, options) => {
  test("by a tab that was frozen while it signed out another user", async () => {
    const browser = await untilOneWaits(options);
    const { waiting, other, advance, finish, posts, server, idleShown, shown } = browser;
    waiting.tab.freeze();
    await advance(25_000);
    expect(posts()).toBe(1);
    await finish(other.client.signIn("credentials", asGrace), 5000);
    await advance(5000);
    browser.answer();
    waiting.tab.thaw();
    await advance(30_000);
    expect(server.user).toBe(grace);
    expect(posts()).toBe(1);
    expect(shown()).toEqual(Array(3).fill("Grace"));
    expect(idleShown()).toEqual(Array(3).fill("active"));
  });

  test("by a tab that was frozen for so short that no other has taken over", async () => {
    const { waiting, other, advance, finish, answer, posts, server } = await untilOneWaits(options);
    waiting.tab.freeze();
    await advance(1000);
    await finish(other.client.signIn("credentials", asGrace), 5000);
    await advance(1000);
    answer();
    waiting.tab.thaw();
    await advance(30_000);
    expect(server.user).toBe(grace);
    expect(posts()).toBe(0);
  });

  test("by a tab that runs, and waits for its token", async () => {
    const { other, advance, finish, answer, posts, server } = await untilOneWaits(options);
    await finish(other.client.signIn("credentials", asGrace), 5000);
    await advance(100);
    answer();
    await advance(30_000);
    expect(server.user).toBe(grace);
    expect(posts()).toBe(0);
  });
});

test.each([
  ["after it was accepted", () => Response.json({ url: "https://app.example/" })],
  ["after it has failed", () => new Response(null, { status: 500 })],
])("a tab that was frozen in its POST leaves the next user alone, %s", async (_, respond) => {
  const { tabs, advance, finish, server, posts, idleShown } = await openIdleBrowser({ tabs: 3 });
  let answer = (): void => {};
  const outcome = new Promise<Response>((resolve) => {
    answer = () => resolve(respond());
  });
  server.fault = failing("POST signout", () => outcome, 1);
  await advance(60_500);
  const poster = tabs[server.last("POST signout").from]!;
  const other = tabs.find((it) => it !== poster)!;
  poster.tab.freeze();
  await advance(25_000);
  await finish(other.client.signIn("credentials", asGrace), 5000);
  await advance(1000);
  answer();
  poster.tab.thaw();
  await advance(30_000);
  expect(server.user).toBe(grace);
  expect(posts()).toBe(2);
  expect(idleShown()).toEqual(Array(3).fill("active"));
});

describe("a user who has signed in behind the timer's back is not signed out", () => {
  test("by a tab that waits for its token, if another tab has seen nobody meanwhile", async () => {
    const { other, advance, finish, answer, posts, server } = await untilOneWaits();
    server.user = null;
    await finish(other.client.getSession({ maxAge: 0 }), 10_000);
    server.user = grace;
    answer();
    await advance(30_000);
    expect(server.user).toBe(grace);
    expect(posts()).toBe(0);
  });

  test("by a tab that waits for its token, if it was a tab without a timer", async () => {
    const { other, advance, finish, answer, posts, server } = await untilOneWaits();
    other.stop();
    await finish(other.client.signIn("credentials", asGrace), 5000);
    answer();
    await advance(30_000);
    expect(server.user).toBe(grace);
    expect(posts()).toBe(0);
  });
});

test("a tab that has lost its turn in its sleep does not send what it was about to", async () => {
  const { waiting, advance, answer, posts } = await untilOneWaits({
    tabs: 1,
    hasStorage: false,
    hasChannel: false,
  });
  waiting.tab.freeze();
  await advance(25_000);
  answer();
  waiting.tab.thaw();
  await advance(500);
  expect(posts()).toBe(0);
});

test("a laptop that has slept in the middle of the sign-out signs out after it has woken", async () => {
  const { tabs, waiting, advance, answer, server, idleShown } = await untilOneWaits({ tabs: 1 });
  waiting.tab.freeze();
  await advance(3_600_000);
  answer();
  waiting.tab.thaw();
  await advance(8000);
  expect(server.user).toBeNull();
  expect(idleShown()).toEqual(["signedOut"]);
  expect(tabs[0]!.idleHistory).toEqual(["off", "active", "warning", "signingOut", "signedOut"]);
});

test("a sign-in that is under way when the time is over comes first", async () => {
  const { tabs, advance, posts, server, idleShown } = await openIdleBrowser({ tabs: 2 });
  // Its timer would say that the user is there.
  tabs[0]!.stop();
  await advance(57_000);
  server.latencyMs = 4000;
  const signIn = tabs[0]!.client.signIn("credentials", asGrace);
  await advance(10_000);
  server.latencyMs = 0;
  await advance(10_000);
  await signIn;
  expect(server.user).toBe(grace);
  expect(posts()).toBe(0);
  expect(idleShown()[1]).toBe("active");
});
