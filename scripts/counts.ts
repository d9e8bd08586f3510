import { globSync, readFileSync } from "node:fs";

export interface Counts {
  passed: number;
  failed: number;
}

/** A step without a report is one check, judged by its exit code. */
export function countCheck(status: number | null): Counts {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Sums the JSON reports of vitest or Playwright that match a glob. */
export function countReports(pattern: string, status: number | null): Counts {
  const counts = globSync(pattern).map(readReport);
  const passed = counts.reduce((sum, it) => sum + it.passed, 0);
  const failed = counts.reduce((sum, it) => sum + it.failed, 0);
  // A runner that dies, or finds no test, reports no failed test.
  const isSilentFailure = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

function readReport(path: string): Counts {
  const report = JSON.parse(readFileSync(path, "utf8"));
  const { stats } = report;
  if (stats) return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}
