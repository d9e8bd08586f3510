import { expect, test } from "vitest";
import { createRefreshLimit, ROW_MS } from "../../src/features/refresh-limit.ts";

function decideAt(...times: number[]): string[] {
  const decide = createRefreshLimit();
  return times.map((at) => decide(at));
}

test("five changes in a row are refreshed for at once, the sixth later, the next never", () => {
  expect(decideAt(0, 1, 2, 3, 4, 5, 10_005, 10_006, 10_007)).toEqual([
    ...Array(5).fill("now"),
    "later",
    "now",
    "never",
    "never",
  ]);
});

test("changes that are further apart are no row", () => {
  const times = Array.from({ length: 100 }, (_, nth) => nth * ROW_MS);
  expect(decideAt(...times)).toEqual(Array(100).fill("now"));
});

test("a row that has ended is forgotten after ten seconds without a refresh", () => {
  const decisions = decideAt(0, 1, 2, 3, 4, 5, 10_005, 10_006, 20_005);
  expect(decisions.slice(-2)).toEqual(["never", "now"]);
});

test("the refresh that is held back continues the row, even if it comes a little late", () => {
  const decisions = decideAt(0, 1, 2, 3, 4, 5, 15_000, 15_001);
  expect(decisions.slice(-2)).toEqual(["now", "never"]);
});

test("the row ends if the refresh that is held back is not needed any more", () => {
  const decisions = decideAt(0, 1, 2, 3, 4, 5, 1_000_000, 1_000_001);
  expect(decisions.slice(-2)).toEqual(["now", "now"]);
});
