import { ada } from "@sojourn/testing";
import { afterEach, expect, test } from "vitest";
import { describePlan } from "../../src/source/plan.ts";
import type { Source } from "../../src/source/source.ts";
import { closeBrowser, openBrowser, signIn } from "../support/browser.ts";

afterEach(closeBrowser);

const plan = (source: Source) => describePlan(source.view().state!);
const texts = (source: Source): string[] => plan(source).map(({ what }) => what);
const reads = (source: Source): number[] =>
  source
    .view()
    .events.filter(({ effects }) => effects.some((it) => it.startsWith("read")))
    .map(({ at }) => at);

/** The tabs of a browser are staggered by 30 ms at most. */
const STAGGER_MS = 30;

test("the first read starts when the plan says, unless a tab answers", async () => {
  const { open, advance } = openBrowser();
  const { source } = open();
  const [first] = plan(source);
  expect(first?.what).toContain("unless another tab answers");
  await advance(100);
  expect(reads(source)).toEqual([first?.at]);
});

test("a poll starts when the plan says", async () => {
  const { open, advance } = openBrowser();
  const one = open({ refetchInterval: 60 });
  await advance(100);
  await signIn(one);
  await advance(100);
  const [poll, end] = plan(one.source);
  expect([poll?.what, end?.what]).toEqual(["Read: a poll", "The session ends"]);
  const before = reads(one.source).length;
  await advance(poll!.at! - one.source.now() - 1);
  expect(reads(one.source)).toHaveLength(before);
  await advance(STAGGER_MS + 1);
  expect(reads(one.source)).toHaveLength(before + 1);
});

test("a retry starts when the plan says, with its reason", async () => {
  const { open, advance, server } = openBrowser();
  const one = open();
  await advance(100);
  await signIn(one);
  server.fault = () => new Response(null, { status: 503 });
  await one.client.getSession();
  const [retry] = plan(one.source);
  expect(retry?.what).toBe("Read: a read has failed");
  const before = reads(one.source).length;
  await advance(retry!.at! - one.source.now() + STAGGER_MS + 1);
  expect(reads(one.source)).toHaveLength(before + 1);
});

test("says what holds a read up", async () => {
  const { open, advance, server } = openBrowser();
  const one = open({ refetchInterval: 60 });
  await advance(100);
  await signIn(one);
  server.fault = () => new Promise(() => {});
  void one.client.getSession();
  expect(plan(one.source)[0]?.what).toBe("Reads wait: a read is under way");
  void one.client.signOut({ redirect: false });
  expect(plan(one.source)[0]?.what).toBe(
    "Read: it was asked for; held up: a sign-in, sign-out or update is under way",
  );
});

test("says what a forced read waits for", async () => {
  const { open, advance, server } = openBrowser();
  const [one, other] = [open(), open()];
  await advance(100);
  await signIn(one);
  await advance(100);
  server.fault = ({ method }) => (method === "POST" ? new Promise(() => {}) : undefined);
  void one.client.update({ name: "Countess" });
  await advance(100);
  void one.client.getSession();
  void other.client.getSession();
  expect(texts(one.source)[0]).toBe(
    "Read: it was asked for; held up: a sign-in, sign-out or update is under way",
  );
  const [read] = plan(other.source);
  expect(read?.what).toBe(
    "Read: it was asked for; held up: another tab signs in, signs out or updates",
  );
  expect(read?.at).toBe(other.source.view().state!.peers.mutations[0]!.until);
});

test("says that other tabs cause one read a second at most", async () => {
  const { open, advance } = openBrowser();
  const { source } = open();
  await advance(100);
  const state = source.view().state!;
  const { now } = state.clock;
  const schedule = { type: "scheduled", at: now, reason: "peer" } as const;
  const nextRead = { ...state.nextRead, schedule, isForPeer: true, peerReadAt: now - 300 };
  expect(describePlan({ ...state, nextRead })).toEqual([
    {
      what: "Read: another tab has announced something; held up: other tabs cause one a second at most",
      at: now + 700,
    },
  ]);
});

test("says that polls pause offline", async () => {
  const { open, advance } = openBrowser();
  const one = open({ refetchInterval: 60 });
  await advance(100);
  await signIn(one);
  one.tab.goOffline();
  one.client.setOptions({ refetchInterval: 30 });
  expect(texts(one.source)).toEqual([
    "Read: the session is at its end",
    "Read: a poll; held up: the device is offline",
    "The session ends",
  ]);
});

test("says that nothing is planned: signed out, prerendered, lingering, and without a subscriber", async () => {
  const { open, advance, server } = openBrowser();
  const one = open({ refetchInterval: 60 });
  await advance(100);
  expect(plan(one.source)).toEqual([{ what: "Nothing", at: null }]);
  server.user = ada.user;
  const prerendered = open({ refetchInterval: 60, isPrerendering: true });
  await advance(100);
  expect(prerendered.client.getSnapshot().status).toBe("authenticated");
  expect(plan(prerendered.source)).toEqual([{ what: "Nothing", at: null }]);
  await one.client.getSession();
  one.leave();
  expect(plan(one.source)).toEqual([
    { what: "Reads wait: the last subscriber has left", at: null },
  ]);
  await advance(2000);
  expect(plan(one.source)).toEqual([{ what: "Reads wait: there is no subscriber", at: null }]);
});

test("says when loading ends", async () => {
  const { open, advance, server } = openBrowser();
  server.fault = () => new Promise(() => {});
  const { source } = open();
  await advance(100);
  expect(plan(source)).toEqual([
    { what: "Reads wait: a read is under way", at: null },
    { what: '"loading" ends', at: source.view().state!.tab.loadingUntil },
  ]);
});
