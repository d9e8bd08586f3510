import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  decideMerge,
  type MergeDecision,
  type MergeFacts,
} from "../../src/session/decide-merge.ts";

/** A peer has a later stamp, and knows all that this tab does. */
const later: MergeFacts = {
  isLater: true,
  isInformed: true,
  knowsMore: false,
  isMutating: false,
  isFromServer: true,
  isReadingLater: false,
  isOtherSession: true,
};
const older = { ...later, isLater: false };

test.each<[string, MergeDecision, MergeFacts]>([
  ["a later answer is applied", "apply", later],
  ["also where it says the same: its stamp counts", "apply", { ...later, isOtherSession: false }],
  [
    "a read with an even later stamp continues",
    "applyAndKeepReading",
    { ...later, isReadingLater: true },
  ],
  ["what this tab has was only rendered", "apply", { ...later, isFromServer: false }],
  ["an older answer is outdated", "ignore", older],
  ["an older one that says the same", "ignore", { ...older, isOtherSession: false }],
  ["an older one, beside a rendered page", "ask", { ...older, isFromServer: false }],
  ["an older one of a peer that knows of a newer mutation", "ask", { ...older, knowsMore: true }],
  [
    "a later one of a peer that does not know of a mutation",
    "ask",
    { ...later, isInformed: false },
  ],
  ["a later one during a mutation", "defer", { ...later, isMutating: true }],
  [
    "the same that says nothing new",
    "ignore",
    { ...later, isMutating: true, isOtherSession: false },
  ],
  ["an outdated one during a mutation", "ignore", { ...older, isMutating: true }],
])("%s: %s", (_, decision, facts) => {
  expect(decideMerge(facts)).toBe(decision);
});

const anyFacts = fc.record({
  isLater: fc.boolean(),
  isInformed: fc.boolean(),
  knowsMore: fc.boolean(),
  isMutating: fc.boolean(),
  isFromServer: fc.boolean(),
  isReadingLater: fc.boolean(),
  isOtherSession: fc.boolean(),
});

test("no answer is applied during a mutation, nor from a peer that read before the newest one", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const mayBeApplied = !facts.isMutating && facts.isInformed && facts.isLater;
      expect(decideMerge(facts).startsWith("apply")).toBe(mayBeApplied);
    }),
  );
});

test("an answer is deferred only during a mutation", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => decideMerge({ ...facts, isMutating: false }) !== "defer"),
  );
});
