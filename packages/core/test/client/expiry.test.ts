import { describe, expect, test } from "vitest";
import { createSessionClient } from "../../src/index.ts";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser, show } from "../support/browser.ts";
import { answering, failing, hanging, reset } from "../support/faults.ts";

const DAY = 86_400_000;

describe.each([
  ["is right", 0],
  ["is a day slow", DAY],
  ["is a day fast", -DAY],
])("a browser whose clock %s", (_, skewMs) => {
  test("shows the session until it ends by the server's clock, and asks once then", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada });
    server.skewMs = skewMs;
    server.maxAge = 60;
    await advance(59_000);
    expect(tabs[0]!.shows()).toBe("Ada");
    await advance(2200);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(tabs[0]!.events).toEqual(["expired", "signedOut"]);
    expect(server.requests).toHaveLength(2);
  });

  test("asks before it ends a session that the server has rendered", async () => {
    const session = {
      user: ada,
      expires: new Date(Date.UTC(2026, 0) + skewMs + 60_000).toISOString(),
    };
    const { server, tabs, advance } = openBrowser({ user: ada, client: { session } });
    server.skewMs = skewMs;
    await advance(1000);
    expect(tabs[0]!.history).toEqual(["Ada"]);
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });
});

describe.each([
  ["a day forward", DAY],
  ["a day back", -DAY],
])("a clock that is set %s while the page runs", (_, step) => {
  test("does not end the session", async () => {
    const { world, server, tabs, advance } = openBrowser({ user: ada });
    server.maxAge = 3600;
    await advance(60_000);
    world.clock.step(step);
    server.skewMs = -step;
    await advance(120_000);
    expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  test("does not keep it alive for longer, nor stop the polls", async () => {
    const { world, server, tabs, advance } = openBrowser({
      user: ada,
      client: { refetchInterval: 60 },
    });
    await advance(100);
    world.clock.step(step);
    server.skewMs = -step;
    await advance(600_000);
    expect(server.requests.length).toBeGreaterThanOrEqual(9);
    expect(server.requests.length).toBeLessThanOrEqual(13);
    server.user = null;
    await advance(67_000);
    expect(tabs[0]!.shows()).toBe("nobody");
  });
});

test("notices after a sleep that the session has ended", async () => {
  const { world, server, tabs, advance } = openBrowser({ user: ada });
  server.maxAge = 3600;
  await advance(60_000);
  world.clock.step(DAY);
  await advance(61_000);
  expect(tabs[0]!.shows()).toBe("nobody");
  expect(tabs[0]!.events).toEqual(["expired", "signedOut"]);
});

test("a session of sixty days outlives the longest timer of a browser", async () => {
  const { world, server } = openBrowser({ tabs: 0, user: ada });
  server.maxAge = 60 * 24 * 3600;
  const { environment } = world.openTab({ fetch: (url, init) => server.fetch(url, init) });
  const client = createSessionClient({
    environment: {
      ...environment,
      // As browsers do: a delay that does not fit into 32 bits is none.
      schedule: (task, delayMs) => environment.schedule(task, delayMs >= 2 ** 31 ? 0 : delayMs),
    },
  });
  client.subscribe(() => {});
  await world.clock.advance(30 * DAY);
  expect(show(client.getSnapshot())).toBe("Ada");
  expect(server.requests).toHaveLength(1);
  await world.clock.advance(30 * DAY + 2000);
  expect(show(client.getSnapshot())).toBe("nobody");
  expect(server.requests).toHaveLength(2);
}, 30_000);

test("asks the server once for all tabs when the session ends", async () => {
  const { server, tabs, shown, advance } = openBrowser({ tabs: 10, user: ada });
  server.maxAge = 10;
  await advance(9900);
  expect(shown()).toEqual(Array(10).fill("Ada"));
  await advance(1500);
  expect(shown()).toEqual(Array(10).fill("nobody"));
  expect(server.requests).toHaveLength(2);
  for (const { events } of tabs) expect(events).toEqual(["expired", "signedOut"]);
});

test("goes on if the server has prolonged the session", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  server.fault = failing("GET session", () =>
    json({ user: ada, expires: new Date(Date.UTC(2026, 0) + 10_000).toISOString() }),
  );
  await advance(5000);
  server.fault = undefined;
  await advance(60_000);
  expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
  expect(server.requests).toHaveLength(2);
});

test("a read in one tab prolongs the session of all", async () => {
  const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 3, user: ada });
  server.maxAge = 10;
  await advance(8000);
  await finish(tabs[1]!.client.getSession(), 100);
  await advance(9000);
  expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  expect(server.requests).toHaveLength(2);
});

test.each([
  ["a 500", answering(500)],
  ["a broken connection", reset],
  ["no answer", hanging],
])("ends the session at its time without an answer of the server: %s", async (_, failure) => {
  const { server, tabs, shown, advance } = openBrowser({ tabs: 3, user: ada });
  server.maxAge = 10;
  await advance(100);
  server.fault = failing("GET session", failure);
  await advance(22_000);
  expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  for (const { events } of tabs) expect(events).toContain("expired");
  server.fault = undefined;
  server.user = ada;
});

test("ends the session at its time although the device is offline", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 3 } });
  server.maxAge = 10;
  await advance(100);
  tabs[0]!.tab.goOffline();
  await advance(9500);
  expect(tabs[0]!.shows()).toBe("Ada");
  await advance(2000);
  expect(tabs[0]!.shows()).toBe("nobody");
  expect(tabs[0]!.events).toEqual(["error", "expired", "signedOut"]);
});

test.each([["tomorrow"], [""], [5], [null], [undefined], [{}]])(
  "a session whose `expires` is %j never ends by itself",
  async (expires) => {
    const { server, tabs, advance } = openBrowser();
    server.fault = failing("GET session", () => json({ user: ada, expires }));
    await advance(100 * DAY);
    expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
    expect(server.requests).toHaveLength(1);
  },
  20_000,
);

test("takes an answer without a Date for one of this moment", async () => {
  const { tabs, world, advance } = openBrowser({
    fetch: () => {
      const isOver = world.clock.monotonic() > 5000;
      const expires = new Date(Date.UTC(2026, 0) + 10_000).toISOString();
      return Promise.resolve(json(isOver ? null : { user: ada, expires }));
    },
  });
  await advance(9900);
  expect(tabs[0]!.shows()).toBe("Ada");
  await advance(300);
  expect(tabs[0]!.shows()).toBe("nobody");
});
