import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isUnknown } from "../../src/session/state/cache.ts";
import { nextStamp } from "../../src/session/state/stamp.ts";
import { createSessionState } from "../../src/session/state/state.ts";
import { toFacts } from "./facts.ts";
import { nobody, NOW, stateOf, unknown, user } from "./states.ts";

test("a stamp is later than all that is known, and not before now", () => {
  const time = fc.double({ min: 0, max: 2 * NOW, noNaN: true });
  const random = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(time, time, time, random, (now, stamp, mutation, fraction) => {
      const next = nextStamp(stateOf({ now, stamp, mutation, random: fraction }));
      expect(next).toBeGreaterThan(Math.max(stamp, mutation));
      expect(next).toBeGreaterThanOrEqual(now);
    }),
    { numRuns: 1000 },
  );
});

test("the stamps of two tabs in the same instant differ by their random fraction", () => {
  const [one, other] = [0.1, 0.2].map((random) => nextStamp(stateOf({ random })));
  expect(one).not.toBe(other);
});

test("unknown is what was not read yet, and what must revalidate", () => {
  expect(isUnknown(stateOf(unknown))).toBe(true);
  expect(isUnknown(stateOf(nobody))).toBe(false);
  expect(isUnknown(stateOf(user))).toBe(false);
  expect(isUnknown(stateOf({ ...user, mustRevalidate: true }))).toBe(true);
});

test("in the initial state nothing is known, planned or under way", () => {
  expect(toFacts(createSessionState({ timeoutMs: 1 }))).toMatchObject({
    ...{ error: null, failures: 0, reading: 0, mutating: 0, readAt: Infinity },
    ...{ expiresAt: Infinity, loadingUntil: Infinity, stamp: 0, mutation: 0, peerMutations: [] },
  });
});
