import { describe, expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const everySecond = { refetchInterval: 1 };

describe.each([
  [10, 1, 10],
  [40, 2, 10],
])("%i tabs that poll each %i s", (tabs, refetchInterval, seconds) => {
  const polls = seconds / refetchInterval;

  test.each([0, 5, 150])(
    "make one request an interval, with %i ms of latency",
    async (latencyMs) => {
      const { server, advance, shown } = openBrowser({
        tabs,
        user: ada,
        client: { refetchInterval },
      });
      server.latencyMs = latencyMs;
      await advance(1000);
      const before = server.requests.length;
      expect(before).toBeLessThanOrEqual(2);
      await advance(seconds * 1000);
      const after = server.requests.length - before;
      expect(after).toBeGreaterThanOrEqual(Math.floor(polls * 0.7));
      expect(after).toBeLessThanOrEqual(Math.ceil(polls * 1.12));
      expect(shown()).toEqual(Array(tabs).fill("Ada"));
    },
  );

  test("all learn when the session has ended on the server", async () => {
    const {
      server,
      advance,
      shown,
      tabs: all,
    } = openBrowser({
      tabs,
      user: ada,
      client: { refetchInterval },
    });
    await advance(500);
    server.user = null;
    await advance(refetchInterval * 1150 + 100);
    expect(shown()).toEqual(Array(tabs).fill("nobody"));
    for (const { events } of all) expect(events).toEqual(["signedOut"]);
  });
});

test("messages that take 20 ms do not make two tabs poll", async () => {
  const { server, advance } = openBrowser({
    tabs: 10,
    user: ada,
    messageDelayMs: 20,
    client: everySecond,
  });
  server.latencyMs = 50;
  await advance(10_000);
  expect(server.requests.length).toBeLessThanOrEqual(12);
});

test("messages that take 20 ms do not make two tabs poll, however fast the server is", async () => {
  const { server, advance } = openBrowser({
    tabs: 10,
    user: ada,
    messageDelayMs: 20,
    client: everySecond,
  });
  await advance(10_000);
  expect(server.requests.length).toBeLessThanOrEqual(12);
});

test("without Web Locks ten tabs still do not ask each for themselves", async () => {
  const { server, advance } = openBrowser({
    tabs: 10,
    user: ada,
    hasLocks: false,
    client: everySecond,
  });
  await advance(10_000);
  expect(server.requests.length).toBeLessThanOrEqual(20);
});

test("the time between two polls is the interval ±10 %, and not always the same", async () => {
  const { server, advance } = openBrowser({ user: ada, client: { refetchInterval: 10 } });
  await advance(1_000_000);
  const times = server.requests.map(({ at }) => at);
  const gaps = times.slice(1).map((at, index) => at - times[index]!);
  expect(gaps.length).toBeGreaterThan(90);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9000);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(11_050);
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeGreaterThan(1000);
});

test("polls from a visible tab where there is one", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 5, user: ada, client: everySecond });
  for (const [index, { tab }] of tabs.entries()) if (index !== 3) tab.hide();
  await advance(1000);
  const before = server.requests.length;
  await advance(20_000);
  const polls = server.requests.slice(before);
  expect(polls.length).toBeGreaterThan(15);
  expect(new Set(polls.map(({ from }) => from))).toEqual(new Set([3]));
});

test("hidden tabs keep polling, for that keeps the session alive", async () => {
  const { server, tabs, advance, shown } = openBrowser({ tabs: 3, user: ada, client: everySecond });
  server.maxAge = 4;
  for (const { tab } of tabs) tab.hide();
  await advance(30_000);
  expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  expect(server.requests.length).toBeGreaterThan(20);
});

test("another tab takes over when the one that polls is gone", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 2, user: ada, client: everySecond });
  server.latencyMs = 400;
  await advance(2000);
  tabs[server.requests.at(-1)!.from]!.tab.crash();
  const before = server.requests.length;
  await advance(10_000);
  expect(server.requests.length - before).toBeGreaterThanOrEqual(8);
});

test("never polls where nobody is signed in", async () => {
  const { server, advance } = openBrowser({ tabs: 3, client: everySecond });
  await advance(60_000);
  expect(server.requests).toHaveLength(1);
});

test.each([undefined, 0])("never polls with an interval of %s", async (refetchInterval) => {
  const { server, advance } = openBrowser({ user: ada, client: { refetchInterval } });
  await advance(3_600_000);
  expect(server.requests).toHaveLength(1);
});

test("rests while the device is offline, and goes on when it is back", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: everySecond });
  await advance(500);
  tabs[0]!.tab.goOffline();
  await advance(60_000);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({ status: "authenticated", error: null });
  expect(server.requests).toHaveLength(1);
  tabs[0]!.tab.goOnline();
  await advance(5000);
  expect(server.requests.length).toBeGreaterThanOrEqual(4);
});

test("polls offline where refetchWhenOffline says so", async () => {
  const { tabs, advance } = openBrowser({
    user: ada,
    client: { ...everySecond, refetchWhenOffline: true },
  });
  await advance(500);
  tabs[0]!.tab.goOffline();
  await advance(5000);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({
    status: "authenticated",
    error: { code: "network" },
  });
});

test("a known session is polled an interval after it was handed over", async () => {
  const session = { user: ada, expires: "2026-02-01T00:00:00.000Z" };
  const { server, advance } = openBrowser({ user: ada, client: { refetchInterval: 10, session } });
  await advance(8900);
  expect(server.requests).toHaveLength(0);
  await advance(2200);
  expect(server.requests).toHaveLength(1);
});

test("setOptions starts, changes and ends polling without a read of its own", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  const { client } = tabs[0]!;
  await advance(100);
  client.setOptions(everySecond);
  await advance(800);
  expect(server.requests).toHaveLength(1);
  await advance(5000);
  expect(server.requests.length).toBeGreaterThanOrEqual(5);
  client.setOptions({ refetchInterval: 60 });
  const before = server.requests.length;
  await advance(50_000);
  expect(server.requests).toHaveLength(before);
  client.setOptions({});
  await advance(600_000);
  expect(server.requests).toHaveLength(before);
});

test("options that are set at the start cause no read before the wait after hello is over", async () => {
  const { server, tabs, open, advance } = openBrowser({ user: ada, client: everySecond });
  await advance(500);
  const second = open();
  second.client.setOptions({ refetchInterval: 1 });
  await advance(20);
  expect(second.shows()).toBe("Ada");
  expect(server.requests).toHaveLength(1);
  expect(tabs).toHaveLength(2);
});
