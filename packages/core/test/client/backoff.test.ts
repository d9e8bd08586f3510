import { describe, expect, test } from "vitest";
import { ada, grace, type AuthServer } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing, reset } from "../support/faults.ts";

function gaps({ requests }: AuthServer): number[] {
  return requests.slice(1).map(({ at }, index) => at - requests[index]!.at);
}

test("the first retry comes soon, and the next ones rarely", async () => {
  const { server, advance } = openBrowser({
    user: ada,
    random: () => 0.5,
    client: { refetchInterval: 1 },
  });
  await advance(500);
  server.fault = failing("GET session", answering(500));
  await advance(600_000);
  const [first, ...later] = gaps(server).slice(1);
  expect(first! / 1000).toBeCloseTo(4, 0);
  for (const pause of later) expect(pause / 1000).toBeCloseTo(33, 0);
});

test("pauses are random, so that clients do not return all at once", async () => {
  const { server, advance } = openBrowser({ user: ada, client: { refetchInterval: 1 } });
  await advance(500);
  server.fault = failing("GET session", reset);
  await advance(600_000);
  const pauses = gaps(server).slice(6);
  expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(10_000);
});

test.each([
  ["seconds", "120"],
  ["an HTTP date", "Thu, 01 Jan 2026 00:02:01 GMT"],
])("obeys Retry-After in %s", async (_, header) => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 1 } });
  await advance(100);
  server.fault = failing("GET session", answering(429, { "Retry-After": header }), 1);
  await advance(1100);
  expect(server.count("GET session")).toBe(2);
  const { error } = tabs[0]!.client.getSnapshot();
  expect(error).toMatchObject({ code: "http", status: 429 });
  expect(error!.retryAfterMs).toBeGreaterThanOrEqual(119_000);
  expect(error!.retryAfterMs).toBeLessThanOrEqual(121_000);
  await advance(118_900);
  expect(server.count("GET session")).toBe(2);
  await advance(16_500);
  expect(server.count("GET session")).toBeGreaterThan(2);
  expect(tabs[0]!.client.getSnapshot().error).toBeNull();
});

test("measures a Retry-After date by the server's clock", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 1 } });
  server.skewMs = 86_400_000;
  await advance(100);
  const header = "Fri, 02 Jan 2026 00:00:31 GMT";
  server.fault = failing("GET session", answering(503, { "Retry-After": header }), 1);
  await advance(1100);
  const { retryAfterMs } = tabs[0]!.client.getSnapshot().error!;
  expect(retryAfterMs).toBeGreaterThan(28_000);
  expect(retryAfterMs).toBeLessThan(32_000);
});

test.each(["soon", "-5", "", "Infinity", "NaN", "1e999"])(
  "ignores a Retry-After of %j",
  async (header) => {
    const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 1 } });
    await advance(100);
    server.fault = failing("GET session", answering(503, { "Retry-After": header }), 1);
    await advance(5000);
    expect(tabs[0]!.client.getSnapshot().error).toBeNull();
    expect(server.count("GET session")).toBeGreaterThanOrEqual(3);
  },
);

test("a failure makes all tabs back off together", async () => {
  const { server, tabs, shown, advance } = openBrowser({
    tabs: 10,
    user: ada,
    client: { refetchInterval: 1 },
  });
  await advance(100);
  server.fault = failing("GET session", answering(503));
  await advance(1200);
  for (const { client, events } of tabs) {
    expect(client.getSnapshot().error).toMatchObject({ code: "http", status: 503 });
    expect(events).toEqual(tabs[0]!.events);
    expect(new Set(events)).toEqual(new Set(["error"]));
  }
  await advance(59_000);
  expect(server.count("GET session")).toBeLessThan(15);
  expect(shown()).toEqual(Array(10).fill("Ada"));
  server.fault = undefined;
  await advance(61_000);
  for (const { client } of tabs) expect(client.getSnapshot().error).toBeNull();
});

test("Retry-After holds for all tabs", async () => {
  const { server, tabs, advance } = openBrowser({
    tabs: 10,
    user: ada,
    client: { refetchInterval: 1 },
  });
  await advance(100);
  server.fault = failing("GET session", answering(429, { "Retry-After": "60" }));
  await advance(50_000);
  expect(server.count("GET session")).toBe(2);
  for (const { client } of tabs) {
    expect(client.getSnapshot().error).toMatchObject({ code: "http", status: 429 });
  }
});

test("Retry-After holds too for a tab that comes into focus before it has received it", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 2, user: ada, messageDelayMs: 150 });
  await advance(10_000);
  server.fault = failing("GET session", answering(429, { "Retry-After": "60" }));
  const before = server.count("GET session");
  tabs[0]!.tab.show();
  await advance(100);
  tabs[1]!.tab.show();
  await advance(20_000);
  expect(server.count("GET session") - before).toBe(1);
});

test("after a success the pauses are short again", async () => {
  const { server, advance } = openBrowser({
    user: ada,
    random: () => 0.5,
    client: { refetchInterval: 1 },
  });
  await advance(500);
  server.fault = failing("GET session", answering(500));
  await advance(300_000);
  server.fault = failing("GET session", answering(500), 0);
  await advance(60_000);
  server.fault = failing("GET session", answering(500), 1);
  const before = server.requests.length;
  await advance(6000);
  expect(server.requests.length - before).toBeGreaterThanOrEqual(3);
});

test("a failure in one tab does not cut short what another tab is reading", async () => {
  const { server, tabs, advance, finish, shown } = openBrowser({ tabs: 2, user: ada });
  await advance(10_000);
  server.user = grace;
  server.latencyMs = 500;
  const read = tabs[1]!.client.getSession();
  await advance(100);
  server.latencyMs = 0;
  server.fault = failing("GET session", answering(500), 1);
  await finish(tabs[0]!.client.getSession());
  await expect(finish(read)).resolves.toMatchObject({ user: grace });
  expect(server.requests.length).toBeLessThanOrEqual(4);
  expect(shown()).toEqual(["Grace", "Grace"]);
});

test("focus does not break into a pause that the server has asked for", async () => {
  const { server, tabs, advance } = openBrowser({
    tabs: 3,
    user: ada,
    client: { refetchInterval: 5 },
  });
  await advance(100);
  server.fault = failing("GET session", answering(429, { "Retry-After": "60" }));
  await advance(6000);
  expect(server.count("GET session")).toBe(2);
  for (let i = 0; i < 10; i++) {
    for (const { tab } of tabs) tab.show();
    await advance(3000);
  }
  expect(server.count("GET session")).toBe(2);
});

describe("Retry-After keeps", () => {
  const refusing = failing("GET session", answering(503, { "Retry-After": "600" }));

  test("a component that is mounted anew from asking", async () => {
    const client = { refetchInterval: 1 };
    const { server, tabs, advance } = openBrowser({ user: ada, isWatched: false, client });
    let stop = tabs[0]!.watch();
    await advance(100);
    server.fault = refusing;
    await advance(2000);
    const before = server.count("GET session");
    for (let round = 0; round < 10; round += 1) {
      stop();
      await advance(1500);
      stop = tabs[0]!.watch();
      await advance(1500);
    }
    expect(server.count("GET session")).toBe(before);
  });

  test.each([
    ["a session", 6, 100],
    ["nothing", 0, 0],
  ])("tabs from asking that open beside one that knows %s", async (_, refetchInterval, calmMs) => {
    const { server, tabs, open, advance } = openBrowser({ user: ada, client: { refetchInterval } });
    await advance(calmMs);
    server.fault = refusing;
    await advance(10_000);
    const before = server.count("GET session");
    for (let round = 0; round < 8; round += 1) {
      open();
      await advance(1000);
    }
    expect(server.count("GET session")).toBe(before);
    for (const { client } of tabs)
      expect(client.getSnapshot().error).toMatchObject({ status: 503 });
  });
});
