import { expect, test } from "vitest";
import { isSessionFetchError } from "../../src/index.ts";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

test("handlers receive the sessions concerned", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  const { client } = tabs[0]!;
  const told: unknown[] = [];
  client.on("signedIn", (session) => told.push(["signedIn", session.user]));
  client.on("userChanged", (session, previous) => told.push([session.user, previous.user]));
  client.on("signedOut", (...args) => told.push(["signedOut", args]));
  await advance(100);
  server.user = ada;
  await finish(client.getSession());
  server.user = grace;
  await finish(client.getSession());
  server.user = null;
  await finish(client.getSession());
  expect(told).toEqual([
    ["signedIn", ada],
    [grace, ada],
    ["signedOut", []],
  ]);
});

test("the snapshot is up to date when a handler is called", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  const seen: string[] = [];
  tabs[0]!.client.on("signedOut", () => void seen.push(tabs[0]!.shows()));
  await advance(10_000);
  server.user = null;
  tabs[0]!.tab.show();
  await advance(100);
  expect(seen).toEqual(["nobody"]);
});

test("a first read is no sign-in, whoever it finds", async () => {
  const { tabs, advance } = openBrowser({ user: ada });
  await advance(100);
  expect(tabs[0]!.events).toEqual([]);
});

test("each failure is emitted once in each tab, with its typed error", async () => {
  const { server, tabs, advance, finish } = openBrowser({ tabs: 3, user: ada });
  const errors: unknown[] = [];
  for (const { client } of tabs) client.on("error", (error) => void errors.push(error));
  await advance(100);
  server.fault = failing("GET session", answering(500), 1);
  await finish(tabs[0]!.client.getSession());
  await advance(5000);
  expect(errors).toHaveLength(3);
  expect(errors.every(isSessionFetchError)).toBe(true);
  expect(tabs.map(({ events }) => events)).toEqual([["error"], ["error"], ["error"]]);
});

test("a handler that has been taken away is not called", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  const { client } = tabs[0]!;
  let calls = 0;
  const off = client.on("signedOut", () => void (calls += 1));
  client.on("signedOut", () => void (calls += 10));
  await advance(100);
  off();
  off();
  server.user = null;
  await finish(client.getSession());
  expect(calls).toBe(10);
});

test("handlers alone start nothing", async () => {
  const { world, server, tabs, advance } = openBrowser({ user: ada, isWatched: false });
  expect(tabs[0]!.events).toEqual([]);
  await advance(60_000);
  expect(server.requests).toHaveLength(0);
  expect(world.clock.pendingTimers()).toBe(0);
});
