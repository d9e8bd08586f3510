import { expect, test } from "vitest";
import { streamSession } from "../../src/features/streaming.ts";
import { ada } from "../support/auth-server.ts";
import { openBrowser, type Browser } from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const MINUTE_MS = 60_000;
const reads = ({ server }: Browser): number => server.count("GET session");
const aMinute = { maxAge: 60 } as const;
const anyAge = { maxAge: Infinity } as const;

test("what the server has confirmed within maxAge seconds is returned at once, and nobody is asked", async () => {
  const browser = openBrowser({ user: ada });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  await browser.advance(100);
  await browser.advance(MINUTE_MS - 1000);
  const session = await client.getSession(aMinute);
  expect(session).toMatchObject({ user: ada });
  expect(reads(browser)).toBe(1);
});

test("what is older is read, once for all callers of all tabs", async () => {
  const browser = openBrowser({ tabs: 3, user: ada });
  await browser.advance(MINUTE_MS + 1000);
  const before = reads(browser);
  browser.server.latencyMs = 200;
  const calls = browser.tabs.flatMap(({ client }) =>
    Array.from({ length: 20 }, () => client.getSession(aMinute)),
  );
  const sessions = await browser.finish(Promise.all(calls), 3000);
  expect(new Set(sessions.map((session) => session?.user?.name))).toEqual(new Set(["Ada"]));
  expect(reads(browser)).toBe(before + 1);
});

test("the answer of another tab counts, also for a tab that opens", async () => {
  const browser = openBrowser({ user: ada });
  await browser.advance(100);
  const { client } = browser.open({ isWatched: false });
  await expect(browser.finish(client.getSession(anyAge))).resolves.toMatchObject({ user: ada });
  expect(reads(browser)).toBe(1);
});

test("with Infinity the first answer is waited for, and later calls ask nobody", async () => {
  const browser = openBrowser({ user: ada, isWatched: false });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  browser.server.latencyMs = 200;
  const calls = [client.getSession(anyAge), client.getSession(anyAge)];
  const [first, second] = await browser.finish(Promise.all(calls));
  expect(first).toMatchObject({ user: ada });
  expect(second).toMatchObject({ user: ada });
  await browser.advance(24 * 60 * MINUTE_MS);
  await expect(client.getSession(anyAge)).resolves.toMatchObject({ user: ada });
  expect(reads(browser)).toBe(1);
});

test("that nobody is signed in is known, too", async () => {
  const browser = openBrowser();
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  await browser.advance(100);
  await expect(client.getSession(aMinute)).resolves.toBeNull();
  expect(reads(browser)).toBe(1);
});

test("a rendered session counts from the first subscriber on", async () => {
  const rendered = { user: ada, expires: new Date(Date.UTC(2027, 0)).toISOString() };
  const browser = openBrowser({ user: ada, client: { session: rendered } });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  await browser.advance(MINUTE_MS - 1000);
  await expect(client.getSession(aMinute)).resolves.toMatchObject({ user: ada });
  expect(reads(browser)).toBe(0);
  await browser.advance(2000);
  await expect(browser.finish(client.getSession(aMinute))).resolves.toMatchObject({ user: ada });
  expect(reads(browser)).toBe(1);
});

test("calls without a subscriber ask again only when the session is too old", async () => {
  const browser = openBrowser({ user: ada, isWatched: false });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  for (let seconds = 0; seconds < 58; seconds += 2) {
    await browser.finish(client.getSession(aMinute));
    await browser.advance(2000);
  }
  expect(reads(browser)).toBe(1);
  await browser.advance(10_000);
  await browser.finish(client.getSession(aMinute));
  expect(reads(browser)).toBe(2);
});

test("a tab without a subscriber learns of a sign-out in another tab", async () => {
  const browser = openBrowser({ user: ada, tabs: 2, isWatched: false });
  const [one, other] = browser.tabs as [Browser["tabs"][0], Browser["tabs"][0]];
  await browser.finish(one.client.getSession(aMinute));
  await browser.advance(5000);
  await browser.finish(other.client.signOut({ redirect: false }), 5000);
  await browser.advance(5000);
  await expect(browser.finish(one.client.getSession(aMinute))).resolves.toBeNull();
});

test("a maxAge that is no number of seconds asks, as an old session does", async () => {
  const browser = openBrowser({ user: ada });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  await browser.advance(100);
  for (const maxAge of [0, -1, NaN]) {
    await browser.finish(client.getSession({ maxAge }));
    await browser.advance(100);
  }
  expect(reads(browser)).toBe(4);
});

test("a server that fails is not asked before the retry, however often the app asks", async () => {
  const browser = openBrowser({ user: ada });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  await browser.advance(MINUTE_MS + 1000);
  browser.server.fault = failing("GET session", answering(503, { "Retry-After": "60" }));
  const before = reads(browser);
  for (let call = 0; call < 50; call += 1) {
    await expect(browser.finish(client.getSession(aMinute))).resolves.toMatchObject({ user: ada });
    await browser.advance(100);
  }
  expect(reads(browser)).toBe(before + 1);
  expect(client.getSnapshot().error).toMatchObject({ status: 503 });
});

test("with nothing known, a server that fails twice ends the wait with null", async () => {
  const browser = openBrowser({ user: ada, isWatched: false });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  browser.server.fault = failing("GET session", answering(500));
  await expect(browser.finish(client.getSession(anyAge), 2000)).resolves.toBeNull();
  expect(reads(browser)).toBe(2);
});

test("a prerendered page whose first read has failed asks again", async () => {
  const browser = openBrowser({ tabs: 0, user: ada });
  browser.server.fault = failing("GET session", answering(500), 1);
  const { client } = browser.open({ isPrerendering: true });
  await browser.advance(100);
  await expect(browser.finish(client.getSession(anyAge))).resolves.toMatchObject({ user: ada });
  expect(reads(browser)).toBe(2);
});

test("an answer that never comes is waited for no longer than a request may take", async () => {
  const browser = openBrowser({ tabs: 2, user: ada });
  await browser.advance(MINUTE_MS + 1000);
  browser.server.fault = failing("GET session", hanging);
  const calls = browser.tabs.map(({ client }) => client.getSession(aMinute));
  const sessions = await browser.finish(Promise.all(calls), 20_500);
  expect(sessions).toMatchObject([{ user: ada }, { user: ada }]);
});

test("an old session is read after the sign-in of another tab, and not before", async () => {
  const browser = openBrowser({ tabs: 2, user: ada });
  const [one, other] = browser.tabs as [Browser["tabs"][0], Browser["tabs"][0]];
  await browser.advance(MINUTE_MS + 1000);
  browser.server.latencyMs = 300;
  const signIn = other.client.signIn("credentials", { redirect: false, password: "Grace" });
  await browser.advance(100);
  const read = browser.finish(one.client.getSession(aMinute), 5000);
  await expect(read).resolves.toMatchObject({ user: { name: "Grace" } });
  await browser.finish(signIn);
});

test("getSession() without maxAge asks as before", async () => {
  const browser = openBrowser({ user: ada });
  const [{ client }] = browser.tabs as [Browser["tabs"][0]];
  await browser.advance(100);
  await browser.finish(client.getSession());
  await browser.finish(client.getSession({}));
  expect(reads(browser)).toBe(3);
});

test.each([0, 1, 60])(
  "a page that streams its session asks the server at once, with maxAge %d",
  async (maxAge) => {
    const browser = openBrowser({ tabs: 0, user: ada });
    const { client, history, watch } = browser.open({ isWatched: false });
    streamSession(client, new Promise<never>(() => {}));
    watch();
    await browser.advance(1000);
    const session = browser.finish(client.getSession({ maxAge }), 100);
    await expect(session).resolves.toMatchObject({ user: ada });
    expect(history).toEqual(["loading", "Ada"]);
    expect(reads(browser)).toBe(1);
  },
);

test("with Infinity the streamed session is waited for", async () => {
  const browser = openBrowser({ tabs: 0, user: ada });
  const { client, watch } = browser.open({ isWatched: false });
  const rendered = { user: ada, expires: new Date(Date.UTC(2027, 0)).toISOString() };
  const { clock } = browser.world;
  const streamed = new Promise<typeof rendered>((resolve) => {
    clock.schedule(() => resolve(rendered), 3000);
  });
  streamSession(client, streamed);
  watch();
  const session = browser.finish(client.getSession(anyAge), 5000);
  await expect(session).resolves.toMatchObject({ user: ada });
  expect(reads(browser)).toBe(0);
});
