import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isUnknown } from "../../src/session/state/cache.ts";
import { nextStamp } from "../../src/session/state/stamp.ts";
import { createSessionState } from "../../src/session/state/state.ts";
import { given, mustRevalidate, withMutation, withPart, withStamp } from "./given.ts";
import { nobody, unknown, user } from "./states.ts";
import { NOW } from "./values.ts";

test("a stamp is later than all that is known, and not before now", () => {
  const time = fc.double({ min: 0, max: 2 * NOW, noNaN: true });
  const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(time, time, time, fraction, (now, stamp, mutation, random) => {
      const clock = withPart("clock", { now, random });
      const next = nextStamp(given(user, withStamp(stamp), withMutation(mutation), clock));
      expect(next).toBeGreaterThan(Math.max(stamp, mutation));
      expect(next).toBeGreaterThanOrEqual(now);
    }),
    { numRuns: 1000 },
  );
});

test("the stamps of two tabs in the same instant differ by their random fraction", () => {
  const [one, other] = [0.1, 0.2].map((random) =>
    nextStamp(given(unknown, withPart("clock", { random }))),
  );
  expect(one).not.toBe(other);
});

test("unknown is what was not read yet, and what must revalidate", () => {
  expect(isUnknown(unknown)).toBe(true);
  expect(isUnknown(nobody)).toBe(false);
  expect(isUnknown(user)).toBe(false);
  expect(isUnknown(given(user, mustRevalidate))).toBe(true);
});

test("in the initial state nothing is known, planned or under way", () => {
  expect(createSessionState({ timeoutMs: 1 })).toMatchObject({
    tab: { loadingUntil: Infinity },
    cache: { type: "empty", stamp: 0 },
    expiry: { at: Infinity },
    fetching: { type: "idle" },
    nextRead: { schedule: { type: "none" } },
    failure: { error: null, count: 0 },
    mutations: { pending: 0, newest: 0 },
    peers: { mutations: [] },
  });
});
