import { globSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export interface Counts {
  passed: number;
  failed: number;
  /** The failed tests that reports name, each with the first line of what it complained about. */
  failures: string[];
}

/** A step without a report is one check, judged by its exit code. */
export function countCheck(status: number | null): Counts {
  const failed = status === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, failures: [] };
}

/** Sums the JSON reports of vitest or Playwright that match a glob. */
export function countReports(pattern: string, status: number | null): Counts {
  const counts = globSync(pattern).map(readReport);
  const passed = counts.reduce((sum, it) => sum + it.passed, 0);
  const failed = counts.reduce((sum, it) => sum + it.failed, 0);
  // A runner that dies, or finds no test, reports no failed test.
  const isSilentFailure = failed === 0 && (status !== 0 || passed === 0);
  const failures = counts.flatMap((it) => it.failures);
  return { passed, failed: isSilentFailure ? 1 : failed, failures };
}

function readReport(path: string): Counts {
  const report = JSON.parse(readFileSync(path, "utf8"));
  const { stats } = report;
  if (!stats) return readVitestReport(report);
  const passed = stats.expected + stats.flaky;
  return { passed, failed: stats.unexpected, failures: report.suites.flatMap(listFailedSpecs) };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

function readVitestReport({ numPassedTests, numFailedTests, testResults }: VitestReport): Counts {
  const failures = testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === "failed")
    .map((test) => describeFailure(test.fullName, test.failureMessages[0]));
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
}

function listFailedSpecs({ suites = [], specs }: PlaywrightSuite): string[] {
  const failures = specs
    .filter((spec) => !spec.ok)
    .map((spec) => describeFailure(spec.title, spec.tests[0]?.results[0]?.error?.message));
  return [...failures, ...suites.flatMap(listFailedSpecs)];
}

function describeFailure(name: string, message = "no message"): string {
  return `${name}: ${stripVTControlCharacters(message).split("\n", 1)[0]}`;
}
