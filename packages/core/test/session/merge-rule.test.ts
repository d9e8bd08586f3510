import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decideMerge, type MergeDecision, type MergeFacts } from "../../src/session/merge-rule.ts";

/** A peer has asked later, and knows all that this tab does. */
const later: MergeFacts = {
  isLater: true,
  isInformed: true,
  knowsMore: false,
  isMutating: false,
  isFromServer: true,
  isReadingLater: false,
  isNews: true,
};
const older = { ...later, isLater: false };

test.each<[string, MergeDecision, MergeFacts]>([
  ["a later answer is adopted", "adopt", later],
  ["also where it says the same: its time counts", "adopt", { ...later, isNews: false }],
  [
    "a read that was asked later still goes on",
    "adoptAndGoOnReading",
    { ...later, isReadingLater: true },
  ],
  ["what this tab has was only rendered", "adopt", { ...later, isFromServer: false }],
  ["an older answer has been overtaken", "ignore", older],
  ["an older one that says the same", "ignore", { ...older, isNews: false }],
  ["an older one, beside a rendered page", "ask", { ...older, isFromServer: false }],
  ["an older one of a peer that knows of a newer mutation", "ask", { ...older, knowsMore: true }],
  [
    "a later one of a peer that does not know of a mutation",
    "ask",
    { ...later, isInformed: false },
  ],
  ["a later one in the midst of a mutation", "defer", { ...later, isMutating: true }],
  ["the same that says nothing new", "ignore", { ...later, isMutating: true, isNews: false }],
  ["an overtaken one in the midst of a mutation", "ignore", { ...older, isMutating: true }],
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
  isNews: fc.boolean(),
});

test("nothing is adopted in the midst of a mutation, nor from a peer that asked before the newest", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const mayBeAdopted = !facts.isMutating && facts.isInformed && facts.isLater;
      expect(decideMerge(facts).startsWith("adopt")).toBe(mayBeAdopted);
    }),
  );
});

test("only in the midst of a mutation anything is deferred", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => decideMerge({ ...facts, isMutating: false }) !== "defer"),
  );
});
