import { expect, test } from "vitest";
import { compare, exitCodeOf, isUnbroken, conclusionOf } from "../../try/compare.ts";
import type { Outcome } from "../../try/outcome.ts";

function outcome(passed: string[], failed: string[] = []): Outcome {
  return { passed, failed: failed.map((name) => ({ name, text: `${name}!` })) };
}

test("keeps what held before and after", () => {
  const comparison = compare(outcome(["a", "b"]), outcome(["b", "a"]));
  expect(comparison).toEqual({ kept: 2, broken: [], lost: [], mended: [], known: [] });
  expect(isUnbroken(comparison)).toBe(true);
});

test("calls broken what fails after the move only, with what the tool said", () => {
  const comparison = compare(outcome(["a"]), outcome([], ["a"]));
  expect(comparison.broken).toEqual([{ name: "a", text: "a!" }]);
  expect(comparison.lost).toEqual([]);
  expect(isUnbroken(comparison)).toBe(false);
});

test("calls lost what held before and is not seen again", () => {
  const comparison = compare(outcome(["a", "b"]), outcome(["a"]));
  expect(comparison.lost).toEqual(["b"]);
  expect(isUnbroken(comparison)).toBe(false);
});

test("does not blame the move for what failed before it", () => {
  const comparison = compare(outcome([], ["a"]), outcome([], ["a"]));
  expect(comparison).toMatchObject({ broken: [], known: ["a"] });
  expect(isUnbroken(comparison)).toBe(true);
});

test("calls mended what failed before the move only", () => {
  expect(compare(outcome([], ["a"]), outcome(["a"])).mended).toEqual(["a"]);
});

test("counts an error that a line has once more than before", () => {
  const comparison = compare(outcome([], ["a"]), outcome([], ["a", "a"]));
  expect(comparison.broken).toHaveLength(1);
});

test("compares nothing where nothing held before, and says what was seen in its place", () => {
  const comparison = compare(outcome([], ["a"]), outcome([], ["a"]));
  expect(conclusionOf(comparison)).toBe("not compared");
  expect(comparison.uncompared).toBe("a!");
  expect(conclusionOf(compare(outcome([]), outcome(["a"])))).toBe("not compared");
  expect(compare(outcome([]), outcome([])).uncompared).toBe("there was nothing to see");
});

test("calls broken what is new, also where nothing held before", () => {
  expect(conclusionOf(compare(outcome([], ["a"]), outcome([], ["a", "b"])))).toBe("BROKEN");
});

test("ends with 1 if something is broken, and with 2 if nothing was compared", () => {
  const same = compare(outcome(["a"]), outcome(["a"]));
  const broken = compare(outcome(["a"]), outcome([], ["a"]));
  const blank = compare(outcome([], ["a"]), outcome([], ["a"]));
  expect(exitCodeOf([same, blank])).toBe(0);
  expect(exitCodeOf([blank, same, broken])).toBe(1);
  expect(exitCodeOf([blank, blank])).toBe(2);
  expect(exitCodeOf([])).toBe(2);
});
