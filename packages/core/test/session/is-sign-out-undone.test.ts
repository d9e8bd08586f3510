import { expect, test } from "vitest";
import { isSignOutUndone } from "../../src/session/is-sign-out-undone.ts";
import { given, withMutation, withOwnMutation, withPart, type Builder } from "./given.ts";
import { nobody } from "./states.ts";
import { ada, grace, NOW } from "./values.ts";

const SIGNED_OUT = NOW - 100.5;
/** Ada has signed out in this tab, and no mutation is known since. */
const signedOut = given(nobody, withOwnMutation(SIGNED_OUT));

function withDeferredAnswer(session: typeof ada | null, mutation: number): Builder {
  return withPart("peers", { deferredAnswer: { session, mutation } });
}

test.each<[string, boolean, Builder[], typeof ada | null, typeof ada | null]>([
  ["the user is there again", true, [], ada, ada],
  ["nobody is there", false, [], ada, null],
  ["another user is there", false, [], ada, grace],
  ["nobody was there before", false, [], null, ada],
  ["a later mutation is known", false, [withMutation(NOW)], ada, ada],
  ["the user has signed in again in a peer", false, [withDeferredAnswer(ada, NOW)], ada, ada],
  ["another user has signed in in a peer", true, [withDeferredAnswer(grace, NOW)], ada, ada],
  ["the peer's sign-in is older", true, [withDeferredAnswer(ada, SIGNED_OUT - 1)], ada, ada],
])("where %s, the sign-out is undone: %s", (_, expected, builders, left, found) => {
  const state = given(signedOut, ...builders);
  expect(isSignOutUndone(state, left, SIGNED_OUT, found)).toBe(expected);
});

test("the app says what a user is", () => {
  const state = given(signedOut, withPart("options", { identify: () => "one" }));
  expect(isSignOutUndone(state, ada, SIGNED_OUT, grace)).toBe(true);
});
