import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import {
  backoffMs,
  dueAt,
  isFresh,
  isSettled,
  nextWakeAt,
  alarmAt,
} from "../../src/session/refetch-policy.ts";
import { FORCED, type Facts } from "./facts.ts";
import { HOUR_MS, nobody, NOW, OTHER, READING, stateOf, unknown, user } from "./states.ts";

type Part = Facts;

const error = new SessionFetchError("network");
const expiresAt = NOW + HOUR_MS;
const minutely = { timeoutMs: 1, refetchInterval: 60 };
const polled: Part = { ...user, options: minutely, stamp: NOW + 0.5 };
const always = { ...minutely, refetchWhenOffline: true };
const retrying: Part = { ...user, error, failures: 1, readAt: NOW + 700 };

test.each([
  [0, true],
  [4999, true],
  [5000, false],
])("an answer %i ms old is fresh: %s", (ageMs, expected) => {
  expect(isFresh(stateOf({ stamp: NOW - ageMs }))).toBe(expected);
});

test.each<[string, number, Part]>([
  ["nothing known and nothing planned: never", Infinity, unknown],
  ["nobody: never", Infinity, { ...nobody, options: minutely }],
  ["a session: at its end", expiresAt, user],
  ["a poll", NOW + 60_000.5, polled],
  ["a poll after the session's end", NOW + 9, { ...polled, expiresAt: NOW + 9 }],
  [
    "a negative interval does not poll",
    expiresAt,
    { ...polled, options: { ...minutely, refetchInterval: -1 } },
  ],
  ["NaN does not poll", expiresAt, { ...polled, options: { ...minutely, refetchInterval: NaN } }],
  ["offline does not poll", expiresAt, { ...polled, isOnline: false }],
  [
    "with refetchWhenOffline it polls",
    NOW + 60_000.5,
    { ...polled, isOnline: false, options: always },
  ],
  ["a retry", NOW + 700, retrying],
  ["a planned read takes precedence over polls", NOW + 70_000, { ...polled, readAt: NOW + 70_000 }],
  ["offline does not retry before the session's end", expiresAt, { ...retrying, isOnline: false }],
  [
    "with refetchWhenOffline it retries",
    NOW + 700,
    { ...retrying, isOnline: false, options: always },
  ],
  ["offline still makes a first try", NOW, { ...user, readAt: NOW, isOnline: false }],
  ["forced beats all", NOW, { ...retrying, ...polled, isOnline: false, readAt: FORCED }],
])("dueAt, %s", (_, expected, part) => {
  expect(dueAt(stateOf(part))).toBeCloseTo(expected, 3);
});

test("the jitter of a poll stays within ±10 %, and is the same in all tabs", () => {
  const cases = [
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.integer({ min: 1, max: 86_400 }),
  ];
  fc.assert(
    fc.property(...(cases as [(typeof cases)[0], (typeof cases)[1]]), (fraction, seconds) => {
      const stamp = NOW + fraction;
      const options = { ...minutely, refetchInterval: seconds };
      const part = { ...user, options, stamp, expiresAt: Infinity };
      const waitMs = dueAt(stateOf(part)) - stamp;
      expect(waitMs).toBeGreaterThanOrEqual(seconds * 900 - 1);
      expect(waitMs).toBeLessThanOrEqual(seconds * 1100 + 1);
      expect(dueAt(stateOf({ ...part, random: 0.9, now: NOW + 5 }))).toBe(stamp + waitMs);
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, number, Part]>([
  ["no subscriber: never", Infinity, { ...polled, isObserved: false, readAt: FORCED }],
  ["what is due", NOW + 60_000.5, polled],
  [
    "a read under way holds back, but not beyond the session's end",
    NOW + HOUR_MS,
    { ...polled, reading: READING },
  ],
  [
    "a mutation holds back, even what is forced",
    NOW + HOUR_MS,
    { ...polled, mutating: 1, readAt: FORCED },
  ],
  [
    "another tab's mutation holds back",
    NOW + 4000,
    { ...user, readAt: NOW, peerMutations: [[OTHER, NOW + 4000]] },
  ],
  [
    "also what is forced",
    NOW + 4000,
    { ...user, readAt: FORCED, peerMutations: [[OTHER, NOW + 4000]] },
  ],
  ["what is forced, at once", NOW, { ...user, readAt: FORCED }],
  [
    "the end of a mutation that is not announced",
    NOW + 4000,
    { ...user, peerMutations: [[OTHER, NOW + 4000]] },
  ],
  [
    "of several the last",
    NOW + 4000,
    {
      ...user,
      peerMutations: [
        [OTHER, NOW + 4000],
        [0.125, NOW + 3000],
      ],
    },
  ],
  ["the end of loading", NOW + 1000, unknown],
  ["also while reading", NOW + 1000, { ...unknown, reading: READING }],
  [
    "also of a restored page",
    NOW + 1000,
    { ...unknown, ...user, mustRevalidate: true, reading: READING },
  ],
  ["a read comes before it", NOW + 15, { ...unknown, readAt: NOW + 15 }],
  [
    "loading that is over does not end again",
    NOW + 9000,
    { ...unknown, error, readAt: NOW + 9000 },
  ],
])("nextWakeAt, %s", (_, expected, part) => {
  expect(nextWakeAt(stateOf(part))).toBeCloseTo(expected, 3);
});

describe("backoffMs", () => {
  test("is at random, and never longer than 50 s", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const ms = backoffMs(stateOf({ ...user, failures, random }));
          expect(ms).toBeGreaterThanOrEqual(2000);
          expect(ms).toBeLessThanOrEqual(49_500);
          const later = backoffMs(stateOf({ ...user, failures, random: random / 2 }));
          expect(later).toBeLessThanOrEqual(ms);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each<[string, number, number, Part]>([
    ["a session is shown", 1, 4000, user],
    ["a session is shown", 2, 33_000, user],
    ["a session is shown", 100, 33_000, user],
    ["nothing is shown yet", 1, 4000, unknown],
    ["nothing is shown yet", 2, 4000, unknown],
    ["nothing is shown yet", 3, 8000, unknown],
    ["nothing is shown yet", 4, 16_000, unknown],
    ["nothing is shown yet", 5, 32_000, unknown],
    ["nothing is shown yet", 100, 33_000, unknown],
  ])("where %s, after %i failures it is %i ms on average", (_, failures, expected, part) => {
    expect(backoffMs(stateOf({ ...part, failures, random: 0.5 }))).toBe(expected);
  });
});

test.each<[string, boolean, Part]>([
  ["a session", true, user],
  ["a planned retry", true, retrying],
  ["a read under way", false, { ...user, reading: READING }],
  ["a forced read", false, { ...user, readAt: FORCED }],
  ["the quick retry of a first read", false, { ...unknown, failures: 1, readAt: NOW + 100 }],
  ["a first read that has failed for good", true, { ...unknown, failures: 2, error }],
  ["nothing started", true, unknown],
  ["no subscriber", true, { ...user, isObserved: false, reading: READING, readAt: FORCED }],
])("settled with %s: %s", (_, expected, part) => {
  expect(isSettled(stateOf(part))).toBe(expected);
});

test.each([
  ["nobody is signed in: at the time itself", nobody, 0],
  ["a visible tab: within 30 ms of the others", { ...user, tab: 0.5, isVisible: true }, 15],
  ["a hidden tab: after the visible ones", { ...user, tab: 0.5, isVisible: false }, 215],
  [
    "by the tab's own clock, however far the shared one is ahead",
    { ...nobody, skewMs: 1000 },
    -1000,
  ],
])("alarmAt, %s", (_, part, laterMs) => {
  const state = stateOf({ ...part, readAt: NOW + 5000 });
  expect(alarmAt(state) - nextWakeAt(state)).toBeCloseTo(laterMs, 3);
});
