import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countCheck, countReports } from "../counts.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-counts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function count(reports: object[], status = 0): object {
  for (const [index, report] of reports.entries()) {
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(report));
  }
  return countReports(`${folder}/*.json`, status);
}

test("counts a step without a report as one check", () => {
  expect(countCheck(0)).toEqual({ passed: 1, failed: 0 });
  expect(countCheck(2)).toEqual({ passed: 0, failed: 1 });
});

test("reads the report of vitest", () => {
  const report = { numPassedTests: 7, numFailedTests: 2 };
  expect(count([report], 1)).toEqual({ passed: 7, failed: 2 });
});

test("sums the reports of Playwright", () => {
  const first = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 } };
  const second = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } };
  expect(count([first, second], 1)).toEqual({ passed: 6, failed: 1 });
});

test("counts a runner that fails without a failed test as one failure", () => {
  expect(count([{ numPassedTests: 7, numFailedTests: 0 }], 1)).toEqual({ passed: 7, failed: 1 });
});

test("counts a runner that ran no test as one failure", () => {
  expect(count([{ numPassedTests: 0, numFailedTests: 0 }])).toEqual({ passed: 0, failed: 1 });
  expect(countReports(`${folder}/missing.json`, 0)).toEqual({ passed: 0, failed: 1 });
});
