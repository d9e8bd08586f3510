import { expect, test } from "vitest";
import { describePercentiles, describeSpread, percentile } from "../measure/spread.ts";

const oneToTwenty = Array.from({ length: 20 }, (_, index) => 20 - index);

test("a spread is the middle value, with the least and the most", () => {
  expect(describeSpread([30, 10, 1234])).toBe("30 (10 to 1,234)");
  expect(describeSpread([1.25], 1)).toBe("1.3 (1.3 to 1.3)");
});

test("the 95th percentile of twenty values is the second largest", () => {
  expect(percentile(oneToTwenty, 0.95)).toBe(19);
  expect(describePercentiles(oneToTwenty)).toBe("10, 19 (1 to 20)");
});

test("of no values there is no percentile", () => {
  expect(percentile([], 0.5)).toBeNaN();
});
