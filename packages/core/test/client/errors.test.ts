import { describe, expect, test } from "vitest";
import { isSessionFetchError } from "../../src/index.ts";
import { ada, dialects, json } from "../support/auth-server.ts";
import { openBrowser, type BrowserOptions } from "../support/browser.ts";
import * as faults from "../support/faults.ts";

const { failing } = faults;

/** A tab that polls each 10 s and has read Ada's session once. */
async function openPolling(options: BrowserOptions = {}) {
  const browser = openBrowser({ user: ada, client: { refetchInterval: 10 }, ...options });
  await browser.advance(100);
  const { client, events, history } = browser.tabs[0]!;
  return { ...browser, client, events, history };
}

const failures: [string, faults.Failure, { code: string; status?: number | undefined }][] = [
  ["500", faults.answering(500), { code: "http", status: 500 }],
  ["503", faults.answering(503), { code: "http", status: 503 }],
  ["429", faults.answering(429), { code: "http", status: 429 }],
  ["404", faults.answering(404), { code: "http", status: 404 }],
  ["403", faults.answering(403), { code: "http", status: 403 }],
  ["500 that looks like a session", () => json({ user: ada }, 500), { code: "http", status: 500 }],
  ["500 that says null", () => json(null, 500), { code: "http", status: 500 }],
  ["an empty 204", () => new Response(null, { status: 204 }), { code: "parse", status: 204 }],
  ["HTML with 200", faults.html, { code: "parse", status: 200 }],
  ["truncated JSON", faults.truncated, { code: "parse", status: 200 }],
  ["an empty body", faults.saying(""), { code: "parse", status: 200 }],
  ["a list", () => json([ada]), { code: "parse", status: 200 }],
  ["a string", () => json("Ada"), { code: "parse", status: 200 }],
  ["a 401 in HTML", faults.saying("<!doctype html>", 401), { code: "http", status: 401 }],
  ["an empty 401", faults.saying("", 401), { code: "http", status: 401 }],
  ["a broken connection", faults.reset, { code: "network", status: undefined }],
  ["no answer at all", faults.hanging, { code: "timeout", status: undefined }],
  ["a body that never ends", faults.stalling, { code: "timeout", status: undefined }],
];

describe.each(failures)("%s during a poll", (_, failure, expected) => {
  test("keeps the session, shows a typed error, and clears it on success", async () => {
    const { server, client, events, history, advance } = await openPolling();
    const { data } = client.getSnapshot();
    server.fault = failing("GET session", failure);
    for (let i = 0; i < 250 && !client.getSnapshot().error; i++) await advance(100);
    server.fault = undefined;
    const { error, status } = client.getSnapshot();
    expect(isSessionFetchError(error)).toBe(true);
    expect(error).toMatchObject({ name: "SessionFetchError", url: "/api/auth/session" });
    expect({ code: error?.code, status: error?.status }).toEqual(expected);
    expect(status).toBe("authenticated");
    expect(client.getSnapshot().data).toBe(data);

    await advance(3000);
    expect(client.getSnapshot()).toMatchObject({ status: "authenticated", error: null });
    expect(client.getSnapshot().data).toBe(data);
    expect(history).toEqual(["loading", "Ada"]);
    expect(events).toEqual(["error"]);
  });

  test("sends a caller of getSession() what is known", async () => {
    const { server, client, finish } = await openPolling();
    server.fault = failing("GET session", failure);
    await expect(finish(client.getSession(), 12_000)).resolves.toMatchObject({ user: ada });
    expect(client.getSnapshot().error).toMatchObject({ code: expected.code });
  });
});

test("keeps the session when a poll fails offline, and recovers with the connection", async () => {
  const { server, tabs, client, history, advance } = await openPolling({
    client: { refetchInterval: 10, refetchWhenOffline: true },
  });
  tabs[0]!.tab.goOffline();
  await advance(30_000);
  expect(client.getSnapshot()).toMatchObject({
    status: "authenticated",
    error: { code: "network" },
  });
  tabs[0]!.tab.goOnline();
  await advance(100);
  expect(client.getSnapshot().error).toBeNull();
  expect(history).toEqual(["loading", "Ada"]);
  expect(server.count("GET session")).toBe(2);
});

describe.each(dialects)("%s", (dialect) => {
  test.each([
    ["{}", () => json({})],
    ["null", () => json(null)],
    ["a 401", faults.answering(401)],
  ])("%s signs out", async (_, failure) => {
    const { server, client, events, advance } = await openPolling({ dialect });
    server.fault = failing("GET session", failure);
    await advance(11_100);
    expect(client.getSnapshot()).toMatchObject({
      status: "unauthenticated",
      data: null,
      error: null,
    });
    expect(events).toEqual(["signedOut"]);
  });
});

test("keeps the session through an outage of an hour", async () => {
  const { server, client, history, advance } = await openPolling();
  server.fault = failing("GET session", faults.answering(502));
  await advance(3_600_000);
  expect(client.getSnapshot().status).toBe("authenticated");
  server.fault = undefined;
  await advance(60_000);
  expect(client.getSnapshot().error).toBeNull();
  expect(history).toEqual(["loading", "Ada"]);
});
