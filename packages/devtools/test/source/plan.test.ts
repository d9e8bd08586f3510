import { afterEach, expect, test } from "vitest";
import { planOf } from "../../src/source/plan.ts";
import type { Source } from "../../src/source/source.ts";
import { closeBrowser, openBrowser, signIn } from "../support/browser.ts";

afterEach(closeBrowser);

const plan = (source: Source) => planOf(source.view().state!);
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
  expect(plan(one.source)[0]?.what).toBe("A read is under way");
  void one.client.signOut({ redirect: false });
  expect(plan(one.source)[0]?.what).toBe("A sign-in, sign-out or update is under way");
});

test("says that nothing is planned: offline, signed out, and without a subscriber", async () => {
  const { open, advance } = openBrowser();
  const one = open({ refetchInterval: 60 });
  await advance(100);
  expect(plan(one.source)).toEqual([{ what: "Nothing", at: null }]);
  await signIn(one);
  await advance(100);
  one.tab.goOffline();
  one.client.setOptions({ refetchInterval: 30 });
  expect(plan(one.source).map(({ what }) => what)).not.toContain("Read: a poll");
  one.tab.enterPageCache();
  expect(plan(one.source)).toEqual([{ what: "Nothing: there is no subscriber", at: null }]);
});
