import { expect, test } from "vitest";
import { isSignOutUndone } from "../../src/session/is-sign-out-undone.ts";
import type { Facts } from "./facts.ts";
import { ada, grace, NOW, stateOf } from "./states.ts";

const SIGNED_OUT = NOW - 100.5;
/** Ada has signed out in this tab, and no mutation is known since. */
const signedOut: Facts = { session: null, mutation: SIGNED_OUT, ownMutation: SIGNED_OUT };
const deferred = (session: typeof ada | null, mutation: number): Facts => ({
  deferredAnswer: { session, mutation },
});

test.each<[string, boolean, Facts, typeof ada | null, typeof ada | null]>([
  ["the user is there again", true, {}, ada, ada],
  ["nobody is there", false, {}, ada, null],
  ["another user is there", false, {}, ada, grace],
  ["nobody was there before", false, {}, null, ada],
  ["a later mutation is known", false, { mutation: NOW }, ada, ada],
  ["the user has signed in again in a peer", false, deferred(ada, NOW), ada, ada],
  ["another user has signed in in a peer", true, deferred(grace, NOW), ada, ada],
  ["the peer's sign-in is older", true, deferred(ada, SIGNED_OUT - 1), ada, ada],
])("where %s, the sign-out is undone: %s", (_, expected, facts, left, found) => {
  const state = stateOf({ ...signedOut, ...facts });
  expect(isSignOutUndone(state, left, SIGNED_OUT, found)).toBe(expected);
});

test("the app says what a user is", () => {
  const state = stateOf({ ...signedOut, options: { timeoutMs: 1, identify: () => "one" } });
  expect(isSignOutUndone(state, ada, SIGNED_OUT, grace)).toBe(true);
});
