import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import { isSettled } from "../../src/session/is-settled.ts";
import {
  backoffMs,
  dueAt,
  isFresh,
  nextWakeAt,
  alarmAt,
} from "../../src/session/refetch-policy.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import {
  besidePeerMutation,
  endingAt,
  given,
  mustRevalidate,
  reading,
  unobserved,
  updating,
  withError,
  withFailures,
  withForcedRead,
  withPart,
  withReadAt,
  withStamp,
} from "./given.ts";
import { nobody, unknown, user } from "./states.ts";
import { HOUR_MS, NOW, OTHER, THIRD } from "./values.ts";

const error = new SessionFetchError("network");
const expiresAt = NOW + HOUR_MS;
const polling = withPart("options", { refetchInterval: 60 });
const offline = withPart("tab", { isOnline: false });
const polled = given(user, polling, withStamp(NOW + 0.5));
const always = withPart("options", { refetchInterval: 60, refetchWhenOffline: true });
const retrying = given(user, withFailures(1, error), withReadAt(NOW + 700));

test.each([
  [0, true],
  [4999, true],
  [5000, false],
])("an answer %i ms old is fresh: %s", (ageMs, expected) => {
  expect(isFresh(given(user, withStamp(NOW - ageMs)))).toBe(expected);
});

test.each<[string, number, SessionState]>([
  ["nothing known and nothing planned: never", Infinity, unknown],
  ["nobody: never", Infinity, given(nobody, polling)],
  ["a session: at its end", expiresAt, user],
  ["a poll", NOW + 60_000.5, polled],
  ["a poll after the session's end", NOW + 9, given(polled, endingAt(NOW + 9))],
  [
    "a negative interval does not poll",
    expiresAt,
    given(polled, withPart("options", { refetchInterval: -1 })),
  ],
  ["NaN does not poll", expiresAt, given(polled, withPart("options", { refetchInterval: NaN }))],
  ["offline does not poll", expiresAt, given(polled, offline)],
  ["with refetchWhenOffline it polls", NOW + 60_000.5, given(polled, offline, always)],
  ["a retry", NOW + 700, retrying],
  [
    "a planned read takes precedence over polls",
    NOW + 70_000,
    given(polled, withReadAt(NOW + 70_000)),
  ],
  ["offline does not retry before the session's end", expiresAt, given(retrying, offline)],
  ["with refetchWhenOffline it retries", NOW + 700, given(retrying, offline, always)],
  ["offline still makes a first try", NOW, given(user, withReadAt(NOW), offline)],
  ["forced beats all", NOW, given(polled, withFailures(1, error), offline, withForcedRead)],
])("dueAt, %s", (_, expected, state) => {
  expect(dueAt(state)).toBeCloseTo(expected, 3);
});

test("the jitter of a poll stays within ±10 %, and is the same in all tabs", () => {
  const cases = [
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.integer({ min: 1, max: 86_400 }),
  ];
  fc.assert(
    fc.property(...(cases as [(typeof cases)[0], (typeof cases)[1]]), (fraction, seconds) => {
      const stamp = NOW + fraction;
      const state = given(
        user,
        withPart("options", { refetchInterval: seconds }),
        withStamp(stamp),
        endingAt(Infinity),
      );
      const waitMs = dueAt(state) - stamp;
      expect(waitMs).toBeGreaterThanOrEqual(seconds * 900 - 1);
      expect(waitMs).toBeLessThanOrEqual(seconds * 1100 + 1);
      const other = given(state, withPart("clock", { random: 0.9, now: NOW + 5 }));
      expect(dueAt(other)).toBe(stamp + waitMs);
    }),
    { numRuns: 1000 },
  );
});

const besidePeer = given(user, besidePeerMutation(OTHER, NOW + 4000));

test.each<[string, number, SessionState]>([
  ["no subscriber: never", Infinity, given(polled, unobserved, withForcedRead)],
  ["what is due", NOW + 60_000.5, polled],
  [
    "a read under way holds back, but not beyond the session's end",
    NOW + HOUR_MS,
    given(polled, reading()),
  ],
  [
    "a mutation holds back, even what is forced",
    NOW + HOUR_MS,
    given(polled, updating, withForcedRead),
  ],
  ["another tab's mutation holds back", NOW + 4000, given(besidePeer, withReadAt(NOW))],
  ["also what is forced", NOW + 4000, given(besidePeer, withForcedRead)],
  ["what is forced, at once", NOW, given(user, withForcedRead)],
  ["the end of a mutation that is not announced", NOW + 4000, besidePeer],
  ["of several the last", NOW + 4000, given(besidePeer, besidePeerMutation(THIRD, NOW + 3000))],
  ["the end of loading", NOW + 1000, unknown],
  ["also while reading", NOW + 1000, given(unknown, reading())],
  [
    "also of a restored page",
    NOW + 1000,
    given(user, mustRevalidate, withPart("tab", { loadingUntil: NOW + 1000 }), reading()),
  ],
  ["a read comes before it", NOW + 15, given(unknown, withReadAt(NOW + 15))],
  [
    "loading that is over does not end again",
    NOW + 9000,
    given(unknown, withError(error), withReadAt(NOW + 9000)),
  ],
])("nextWakeAt, %s", (_, expected, state) => {
  expect(nextWakeAt(state)).toBeCloseTo(expected, 3);
});

describe("backoffMs", () => {
  const backoffOf = (state: SessionState, failures: number, random: number): number =>
    backoffMs(given(state, withFailures(failures), withPart("clock", { random })));

  test("is at random, and never longer than 50 s", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const ms = backoffOf(user, failures, random);
          expect(ms).toBeGreaterThanOrEqual(2000);
          expect(ms).toBeLessThanOrEqual(49_500);
          expect(backoffOf(user, failures, random / 2)).toBeLessThanOrEqual(ms);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each<[string, number, number, SessionState]>([
    ["a session is shown", 1, 4000, user],
    ["a session is shown", 2, 33_000, user],
    ["a session is shown", 100, 33_000, user],
    ["nothing is shown yet", 1, 4000, unknown],
    ["nothing is shown yet", 2, 4000, unknown],
    ["nothing is shown yet", 3, 8000, unknown],
    ["nothing is shown yet", 4, 16_000, unknown],
    ["nothing is shown yet", 5, 32_000, unknown],
    ["nothing is shown yet", 100, 33_000, unknown],
  ])("where %s, after %i failures it is %i ms on average", (_, failures, expected, state) => {
    expect(backoffOf(state, failures, 0.5)).toBe(expected);
  });
});

test.each<[string, boolean, SessionState]>([
  ["a session", true, user],
  ["a planned retry", true, retrying],
  ["a read under way", false, given(user, reading())],
  ["a forced read", false, given(user, withForcedRead)],
  [
    "the quick retry of a first read",
    false,
    given(unknown, withFailures(1), withReadAt(NOW + 100)),
  ],
  ["a first read that has failed for good", true, given(unknown, withFailures(2, error))],
  ["nothing started", true, unknown],
  ["no subscriber", true, given(user, unobserved, reading(), withForcedRead)],
])("settled with %s: %s", (_, expected, state) => {
  expect(isSettled(state)).toBe(expected);
});

test.each([
  ["nobody is signed in: at the time itself", nobody, 0],
  ["a visible tab: within 30 ms of the others", user, 15],
  ["a hidden tab: after the visible ones", given(user, withPart("tab", { isVisible: false })), 215],
  [
    "by the tab's own clock, however far the shared one is ahead",
    given(nobody, withPart("clock", { skewMs: 1000 })),
    -1000,
  ],
])("alarmAt, %s", (_, before, laterMs) => {
  const state = given(before, withReadAt(NOW + 5000));
  expect(alarmAt(state) - nextWakeAt(state)).toBeCloseTo(laterMs, 3);
});
