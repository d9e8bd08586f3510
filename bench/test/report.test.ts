import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawReport } from "../report/markdown.ts";
import { fillIn } from "../report/readme.ts";
import { drawChart } from "../report/svg.ts";
import { readResults } from "../results.ts";

const results = readResults();
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

test("the README's table is that of results.json", () => {
  const readme = read("../../README.md");
  expect(fillIn(readme, results)).toBe(readme);
});

test("RESULTS.md is what results.json says", () => {
  expect(read("../RESULTS.md")).toBe(drawReport(results));
});

test.each(Object.values(results.sections).flatMap(({ charts }) => charts))(
  "the chart $file is what results.json says",
  (chart) => {
    expect(read(`../charts/${chart.file}`)).toBe(drawChart(chart));
  },
);
