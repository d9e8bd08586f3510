import { replay } from "@sojourn/core";
import { ada, grace } from "@sojourn/testing";
import { afterEach, expect, test } from "vitest";
import { closeBrowser, openBrowser, signIn, typesOf } from "../support/browser.ts";

afterEach(closeBrowser);

test("an event has its time, its effects, and what it has changed", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  await advance(100);
  await signIn(one);
  const settled = one.source.view().events.find(({ type }) => type === "answered");
  expect(settled).toMatchObject({
    text: "a session",
    status: "authenticated",
    statusBefore: "unauthenticated",
    effects: expect.arrayContaining(["emit signedIn", "announce answer"]),
  });
  expect(settled?.changes).toContainEqual({
    path: "cache.session",
    before: null,
    after: expect.objectContaining({ user: expect.anything() }),
  });
  expect(settled?.changes.map(({ path }) => path)).not.toContain("clock.now");
});

test("is named by the address that the client reads, whatever the options say", async () => {
  const { open, advance } = openBrowser();
  const { source } = open();
  expect(source.name).toBe("/api/auth");
  const { fetch, inspect } = source;
  const props = { fetch, inspect, basePath: "/auth" };
  open(props);
  await advance(100);
  expect(source.name).toBe("/auth");
});

test("keeps the newest hundred events, and as many requests and messages", async () => {
  const { open, advance, server } = openBrowser();
  server.user = ada.user;
  const { source } = open({ refetchInterval: 1 });
  await advance(200_000);
  expect(source.view().events).toHaveLength(100);
  expect(source.view().traffic).toHaveLength(100);
  const ids = source.view().events.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
});

test("lists requests with their result, and messages both ways", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  const other = open();
  await advance(100);
  await signIn(one);
  await advance(100);
  const texts = (source: typeof one.source): string[] =>
    source.view().traffic.map(({ kind, text, result }) => `${kind}: ${text} ${result}`);
  expect(texts(one.source)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^request: POST callback\/credentials 200, \d+ ms$/),
      expect.stringMatching(/^request: GET csrf 200/),
      "sent: mutating to all tabs ",
    ]),
  );
  expect(texts(other.source).join()).toMatch(/received: answer from tab [0-9a-f]{4}/);
});

test("notes the other tabs, and what they know", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  await advance(100);
  const other = open();
  await advance(100);
  await signIn(other);
  await advance(100);
  const { id } = other.source.view().state!.tab;
  expect(one.source.view().tabs).toEqual([
    expect.objectContaining({ id, announcement: "answer", knows: "a session" }),
  ]);
});

test("a recording replays, tells users apart, and has no personal data", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  await advance(100);
  await signIn(one);
  await signIn(one, grace);
  await advance(100);
  const text = JSON.stringify(one.source.recording());
  expect(text).not.toMatch(/Ada |Grace|lovelace|@example/);
  const steps = replay(JSON.parse(text));
  expect(steps.map(({ event }) => event.type)).toEqual(typesOf(one.source));
  expect(steps.flatMap(({ effects }) => effects.map(([name]) => name))).toContain("userChanged");
});

test("a recording keeps what `redact` returns", async () => {
  const { open, advance, server } = openBrowser();
  server.user = { name: "Ada" };
  const redact = ({ expires }: { expires: string }) => ({ user: { id: "somebody" }, expires });
  const { source } = open({}, { redact });
  await advance(100);
  expect(JSON.stringify(source.recording())).toContain("somebody");
});

test("calls the inspector and the fetch of the app, too", async () => {
  const { open, advance, server } = openBrowser();
  let steps = 0;
  let requests = 0;
  open({
    inspect: (machine) => (state, event) => {
      steps += 1;
      return machine(state, event);
    },
    fetch(url, init) {
      requests += 1;
      return server.fetch(url, init);
    },
  });
  await advance(100);
  expect(requests).toBe(1);
  expect(steps).toBeGreaterThan(2);
});

test("starts again if another client is created with the same options", async () => {
  const { open, advance } = openBrowser();
  const first = open();
  await advance(100);
  const { inspect } = first.source;
  first.tab.crash();
  const before = first.source.view().events.length;
  expect(before).toBeGreaterThan(1);
  open({ inspect });
  expect(first.source.view().events.length).toBeLessThan(before);
  await advance(100);
  expect(replay(first.source.recording()).length).toBeGreaterThan(0);
});
