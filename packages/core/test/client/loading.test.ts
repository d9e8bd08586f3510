import { expect, test } from "vitest";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser, type Browser } from "../support/browser.ts";
import { answering, failing, hanging, reset, stalling, type Failure } from "../support/faults.ts";

const NAME = "sojourn:/api/auth";

/** Answers after so many milliseconds. */
function late({ world }: Browser, ms: number, failure: Failure): Failure {
  return async (request) => {
    await new Promise<void>((resolve) => world.clock.schedule(resolve, ms));
    return failure(request);
  };
}

const obstacles: [string, (browser: Browser) => void | Promise<void>][] = [
  ["the server hangs", ({ server }) => void (server.fault = failing("GET session", hanging))],
  ["the body never ends", ({ server }) => void (server.fault = failing("GET session", stalling))],
  [
    "every answer is a 500",
    ({ server }) => void (server.fault = failing("GET session", answering(500))),
  ],
  [
    "every answer is a 500 after 9.9 s",
    (browser) => {
      browser.server.fault = failing("GET session", late(browser, 9900, answering(500)));
    },
  ],
  [
    "a 500 after 9.9 s is followed by a hang",
    (browser) => {
      const failures = [late(browser, 9900, answering(500))];
      browser.server.fault = failing("GET session", (request) =>
        (failures.pop() ?? hanging)(request),
      );
    },
  ],
  ["the connection breaks", ({ server }) => void (server.fault = failing("GET session", reset))],
  ["the device is offline", ({ tabs }) => tabs[0]!.tab.goOffline()],
  ["a dead script holds the lock", ({ world }) => void world.hub.tryLock({}, NAME)],
  [
    "another tab holds the lock and hangs",
    async ({ server, open, advance }) => {
      server.fault = failing("GET session", hanging);
      open();
      await advance(5);
    },
  ],
  [
    "another tab has died while it signed in, and the server hangs",
    async ({ server, tabs, open, advance }) => {
      const other = open({ isWatched: false });
      server.fault = failing("GET session", hanging);
      await advance(0);
      server.latencyMs = 60_000;
      void other.client.signIn("credentials", { redirect: false }).catch(() => {});
      await advance(5);
      expect(tabs[0]!.shows()).toBe("loading");
      other.tab.crash();
    },
  ],
  [
    "another tab signs in again and again",
    ({ server, open, world }) => {
      const other = open({ isWatched: false });
      server.latencyMs = 1000;
      const again = (): void => {
        void other.client
          .signIn("credentials", { redirect: false, password: "no" })
          .catch(() => {});
        world.clock.schedule(again, 1500);
      };
      again();
    },
  ],
];

test.each(obstacles)("is never loading for longer than 11 s: %s", async (_, obstruct) => {
  const browser = openBrowser({ user: ada });
  await obstruct(browser);
  await browser.advance(11_000);
  expect(browser.tabs[0]!.shows()).not.toBe("loading");
});

test.each(obstacles)("getSession() settles although %s", async (_, obstruct) => {
  const browser = openBrowser({ user: ada });
  await obstruct(browser);
  await expect(browser.finish(browser.tabs[0]!.client.getSession(), 25_000)).resolves.toBeDefined();
});

test("is never loading for longer than 11 s even with a fetch that cannot be aborted", async () => {
  const { tabs, advance } = openBrowser({ client: { fetch: () => new Promise(() => {}) } });
  await advance(11_000);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({ error: { code: "timeout" } });
  expect(tabs[0]!.shows()).toBe("nobody");
});

test.each([300, 2000])("timeoutMs %i ends loading that much earlier", async (timeoutMs) => {
  const { server, tabs, advance } = openBrowser({ client: { timeoutMs } });
  server.fault = failing("GET session", hanging);
  await advance(timeoutMs + 30);
  expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "timeout" });
  expect(tabs[0]!.shows()).toBe("nobody");
});

test("an answer that comes after the end of loading still counts", async () => {
  const browser = openBrowser();
  const { world, server, tabs, advance } = browser;
  world.hub.tryLock({}, NAME);
  await advance(11_000);
  expect(tabs[0]!.shows()).toBe("nobody");
  world.hub.drop(tabs);
  const session = { user: ada, expires: "2026-02-01T00:00:00.000Z" };
  server.fault = failing("GET session", () => json(session));
  await expect(browser.finish(tabs[0]!.client.getSession())).resolves.toMatchObject({ user: ada });
  expect(tabs[0]!.client.getSnapshot().error).toBeNull();
});

test("ends loading at once where the device is offline, and reads when it is back", async () => {
  const { tabs, advance, finish } = openBrowser({ user: ada });
  const { tab, client, shows, history } = tabs[0]!;
  tab.goOffline();
  await advance(20);
  expect(client.getSnapshot()).toMatchObject({
    status: "unauthenticated",
    data: null,
    error: { code: "network" },
  });
  await expect(finish(client.getSession(), 20)).resolves.toBeNull();

  tab.goOnline();
  await advance(20);
  expect(shows()).toBe("Ada");
  expect(history).toEqual(["loading", "nobody", "Ada"]);
});

test("retries once before it ends loading offline where refetchWhenOffline says so", async () => {
  const { tabs, advance } = openBrowser({ user: ada, client: { refetchWhenOffline: true } });
  tabs[0]!.tab.goOffline();
  await advance(20);
  expect(tabs[0]!.shows()).toBe("loading");
  await advance(300);
  expect(tabs[0]!.shows()).toBe("nobody");
});
