import { expect, test } from "vitest";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing, reset } from "../support/faults.ts";

test("asks again when the page becomes visible and the answer is older than five seconds", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  await advance(100);
  tabs[0]!.tab.hide();
  await advance(10_000);
  expect(server.requests).toHaveLength(1);
  server.user = grace;
  tabs[0]!.tab.show();
  await advance(100);
  expect(server.requests).toHaveLength(2);
  expect(tabs[0]!.shows()).toBe("Grace");
});

test("asks nothing when the answer is fresh", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  await advance(4900);
  tabs[0]!.tab.show();
  await advance(100);
  expect(server.requests).toHaveLength(1);
});

test("a storm of focus costs one request", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 10, user: ada });
  await advance(10_000);
  for (let i = 0; i < 50; i++) {
    tabs[i % 10]!.tab.hide();
    tabs[i % 10]!.tab.show();
    await advance(10);
  }
  await advance(1000);
  expect(server.requests).toHaveLength(2);
});

test("a storm of focus while the server is slow costs one request", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 3, user: ada });
  await advance(10_000);
  server.latencyMs = 800;
  for (let i = 0; i < 50; i++) {
    tabs[i % 3]!.tab.show();
    await advance(10);
  }
  await advance(1500);
  expect(server.requests).toHaveLength(2);
});

test("focus changes nothing where refetchOnWindowFocus is false", async () => {
  const { server, tabs, advance } = openBrowser({
    user: ada,
    client: { refetchOnWindowFocus: false },
  });
  await advance(100_000);
  tabs[0]!.tab.show();
  await advance(100);
  expect(server.requests).toHaveLength(1);
});

test("focus and reconnect cost nothing where nobody is signed in", async () => {
  const { server, tabs, advance } = openBrowser();
  await advance(100_000);
  tabs[0]!.tab.show();
  tabs[0]!.tab.goOffline();
  tabs[0]!.tab.goOnline();
  await advance(100);
  expect(server.requests).toHaveLength(1);
});

test("focus during a failed read's pause does not ask before its time", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, random: () => 0.9 });
  await advance(10_000);
  server.fault = failing("GET session", answering(500));
  tabs[0]!.tab.show();
  await advance(100);
  expect(server.requests).toHaveLength(2);
  for (let i = 0; i < 10; i++) tabs[0]!.tab.show();
  await advance(100);
  expect(server.requests).toHaveLength(2);
});

test("asks again when the connection is back and the answer is old", async () => {
  const { server, tabs, advance, shown } = openBrowser({ tabs: 5, user: ada });
  await advance(100);
  for (const { tab } of tabs) tab.goOffline();
  await advance(60_000);
  server.user = grace;
  for (const { tab } of tabs) tab.goOnline();
  await advance(500);
  // The second one confirms what the others were told: that another user is signed in.
  expect(server.requests).toHaveLength(3);
  expect(shown()).toEqual(Array(5).fill("Grace"));
});

test("asks again at once when the connection is back after a failure", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, random: () => 0.9 });
  server.fault = failing("GET session", reset);
  await advance(30_000);
  expect(tabs[0]!.shows()).toBe("nobody");
  server.fault = undefined;
  tabs[0]!.tab.goOffline();
  tabs[0]!.tab.goOnline();
  await advance(100);
  expect(tabs[0]!.shows()).toBe("Ada");
  expect(tabs[0]!.client.getSnapshot().error).toBeNull();
});

test("an outage of the server is not tried again because the connection is back", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  await advance(10_000);
  server.fault = failing("GET session", answering(503, { "Retry-After": "60" }));
  tabs[0]!.tab.show();
  await advance(100);
  expect(server.requests).toHaveLength(2);
  tabs[0]!.tab.goOffline();
  tabs[0]!.tab.goOnline();
  await advance(1000);
  expect(server.requests).toHaveLength(2);
});
