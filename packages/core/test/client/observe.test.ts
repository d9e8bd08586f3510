import { describe, expect, test } from "vitest";
import type { Session, SessionClient, SessionSnapshot, SessionView } from "../../src/index.ts";
import { ada, grace, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

/** Ada's session in a tab that polls each second. */
async function openPolling() {
  const browser = openBrowser({ user: ada, client: { refetchInterval: 1 } });
  await browser.advance(100);
  return { ...browser, client: browser.tabs[0]!.client };
}

/** Counts how often a consumer that looks as a component does would have to render. */
function countRenders<T>(
  client: SessionClient<Session>,
  look: (snapshot: SessionSnapshot<Session>) => unknown,
  view?: SessionView<Session, T>,
): () => number {
  const observer = client.observe();
  const read = () => observer.getSnapshot(view) as SessionSnapshot<Session>;
  let shown = read();
  let renders = 0;
  look(shown);
  client.subscribe(() => {
    const next = read();
    if (next === shown) return;
    shown = next;
    renders += 1;
    look(shown);
  });
  return () => renders;
}

test("six polls that change nothing render none of a thousand consumers", async () => {
  const { server, client, advance } = await openPolling();
  const counts = Array.from({ length: 1000 }, () =>
    countRenders(client, ({ status, data, error }) => [status, data?.user?.name, error]),
  );
  await advance(7000);
  expect(server.requests.length).toBeGreaterThanOrEqual(7);
  expect(counts.map((count) => count()).filter(Boolean)).toEqual([]);
});

test("snapshots are frozen, and the same object until something visible changes", async () => {
  const { server, client, advance } = await openPolling();
  const before = client.getSnapshot();
  expect(Object.isFrozen(before)).toBe(true);
  await advance(5000);
  expect(client.getSnapshot()).toBe(before);
  server.user = grace;
  await advance(1500);
  expect(client.getSnapshot()).not.toBe(before);
  expect(before.data?.user).toEqual(ada);
});

test("a moved `expires` renders those who have read it, and nobody else", async () => {
  const { client, advance } = await openPolling();
  const readers = countRenders(client, ({ data }) => data?.expires);
  const others = countRenders(client, ({ data }) => data?.user);
  await advance(5000);
  expect(readers()).toBeGreaterThanOrEqual(4);
  expect(others()).toBe(0);
  const first = client.observe().getSnapshot().data!.expires;
  await advance(2000);
  expect(Date.parse(client.observe().getSnapshot().data!.expires)).toBeGreaterThan(
    Date.parse(first),
  );
});

test("a snapshot has the `expires` of its time, or the newest one if it had not been read", async () => {
  const { client, advance } = await openPolling();
  const snapshot = client.observe().getSnapshot();
  const { expires } = snapshot.data!;
  await advance(5000);
  expect(snapshot.data!.expires).toBe(expires);
});

test("isFetching renders only the consumers that have read it", async () => {
  const { server, client, advance } = await openPolling();
  server.latencyMs = 100;
  const readers = countRenders(client, ({ isFetching }) => isFetching);
  const others = countRenders(client, ({ status }) => status);
  await advance(3500);
  expect(readers()).toBeGreaterThanOrEqual(4);
  expect(others()).toBe(0);
});

test("isFetching is true while a read is under way", async () => {
  const { server, client, advance, finish } = await openPolling();
  client.setOptions({ refetchInterval: 0 });
  server.latencyMs = 100;
  expect(client.getSnapshot().isFetching).toBe(false);
  const read = client.getSession();
  await advance(50);
  expect(client.getSnapshot().isFetching).toBe(true);
  await finish(read);
  expect(client.getSnapshot().isFetching).toBe(false);
});

test("what did not change keeps its identity, however deep", async () => {
  const { server, client, advance } = await openPolling();
  const answer = (role: string) => () =>
    json({
      user: { ...ada, teams: [{ id: 1 }, { id: 2 }] },
      rights: { role, list: ["a", "b"] },
      expires: "2026-02-01T00:00:00.000Z",
    });
  server.fault = failing("GET session", answer("admin"));
  await advance(2000);
  const before = client.getSnapshot().data as unknown as Record<string, Record<string, unknown>>;
  server.fault = failing("GET session", answer("guest"));
  await advance(2000);
  const after = client.getSnapshot().data as unknown as Record<string, Record<string, unknown>>;
  expect(after).not.toBe(before);
  expect(after["user"]).toBe(before["user"]);
  expect(after["rights"]).toEqual({ role: "guest", list: ["a", "b"] });
  expect(after["rights"]!["list"]).toBe(before["rights"]!["list"]);
});

test("fields that have gone are gone", async () => {
  const { server, client, advance } = await openPolling();
  const expires = "2026-02-01T00:00:00.000Z";
  server.fault = failing("GET session", () =>
    json({ user: { ...ada, role: "x" }, extra: [1, 2], expires }),
  );
  await advance(2000);
  server.fault = failing("GET session", () => json({ user: ada, expires }));
  await advance(2000);
  expect(client.getSnapshot().data).toEqual({ user: ada, expires });
});

describe("select", () => {
  const name = { select: ({ user }: Session) => user?.name };

  test("gives the selected value, and the status as it is", async () => {
    const { client } = await openPolling();
    const snapshot = client.observe().getSnapshot(name);
    expect(snapshot).toMatchObject({ status: "authenticated", data: "Ada" });
  });

  test("renders when the selected value changes, and not otherwise", async () => {
    const { server, client, advance, finish } = await openPolling();
    const names = countRenders(client, ({ data }) => data, name);
    const ids = countRenders(client, ({ data }) => data, { select: ({ user }) => user?.id });
    await advance(3000);
    await finish(client.update({ name: "Countess" }));
    expect([names(), ids()]).toEqual([1, 0]);
    server.user = grace;
    await advance(2000);
    expect([names(), ids()]).toEqual([2, 1]);
  });

  test("an equal object keeps its identity", async () => {
    const { client, advance, finish } = await openPolling();
    const observer = client.observe();
    const view = { select: ({ user }: Session) => ({ id: user?.id, list: [1, 2] }) };
    const before = observer.getSnapshot(view);
    expect(
      observer.getSnapshot({ select: ({ user }: Session) => ({ id: user?.id, list: [1, 2] }) }),
    ).toBe(before);
    await finish(client.update({ name: "Countess" }));
    await advance(2000);
    expect(observer.getSnapshot(view)).toBe(before);
  });

  test("renders for `expires` if it selects it", async () => {
    const { client, advance } = await openPolling();
    const count = countRenders(client, ({ data }) => data, { select: ({ expires }) => expires });
    await advance(5000);
    expect(count()).toBeGreaterThanOrEqual(4);
  });

  test("is not asked where there is no session", async () => {
    const { tabs, advance } = openBrowser();
    const observer = tabs[0]!.client.observe();
    const view = {
      select: () => {
        throw new Error("There is nothing to select from");
      },
    };
    expect(observer.getSnapshot(view)).toMatchObject({ status: "loading", data: undefined });
    await advance(100);
    expect(observer.getSnapshot(view)).toMatchObject({ status: "unauthenticated", data: null });
  });
});

test("an error renders once, and its end once", async () => {
  const { server, client, advance } = await openPolling();
  const count = countRenders(client, ({ error }) => error);
  server.fault = failing("GET session", answering(500), 1);
  await advance(10_000);
  expect(count()).toBe(2);
});
