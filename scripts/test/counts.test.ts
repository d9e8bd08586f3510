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
  expect(countCheck(0)).toEqual({ passed: 1, failed: 0, failures: [] });
  expect(countCheck(2)).toEqual({ passed: 0, failed: 1, failures: [] });
});

const testResults = [
  {
    assertionResults: [
      { status: "passed", fullName: "store reads", failureMessages: [] },
      { status: "failed", fullName: "store tells", failureMessages: ["Error: deaf\n at store"] },
    ],
  },
];

test("reads the report of vitest, and names what failed", () => {
  const report = { numPassedTests: 7, numFailedTests: 1, testResults };
  const failures = ["store tells: Error: deaf"];
  expect(count([report], 1)).toEqual({ passed: 7, failed: 1, failures });
});

test("sums the reports of Playwright, and names what failed in suites within suites", () => {
  const results = [{ error: { message: "\u001b[31mTimed out\u001b[39m\nat page" } }];
  const specs = [
    { title: "signs in", ok: true, tests: [{ results: [{}] }] },
    { title: "signs out", ok: false, tests: [{ results }] },
  ];
  const first = {
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 },
    suites: [{ specs: [], suites: [{ specs }] }],
  };
  const second = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] };
  const failures = ["signs out: Timed out"];
  expect(count([first, second], 1)).toEqual({ passed: 6, failed: 1, failures });
});

test("counts a runner that fails without a failed test as one failure", () => {
  expect(count([{ numPassedTests: 7, numFailedTests: 0, testResults: [] }], 1)).toMatchObject({
    passed: 7,
    failed: 1,
  });
});

test("counts a runner that ran no test as one failure", () => {
  expect(count([{ numPassedTests: 0, numFailedTests: 0, testResults: [] }])).toMatchObject({
    passed: 0,
    failed: 1,
  });
  expect(countReports(`${folder}/missing.json`, 0)).toMatchObject({
    passed: 0,
    failed: 1,
  });
});
