import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, rmSync } from "node:fs";
import { type Counts, countCheck, countReports } from "./counts.ts";

/** One part of a check. */
export interface Step {
  /** A script of the root package.json, with its arguments. */
  script: string[];
  /** Where its runner reports to. A step without a report counts as one check. */
  reports?: string;
}

interface Result extends Counts {
  name: string;
  seconds: number;
}

/** Where a runner reports to, from the folder in which it runs. */
function reportOf(script: string): string {
  return `reports/${script.replace(":", "-")}.json`;
}

/** A step whose script ends in vitest, so that it takes vitest's options. */
export function vitest(script: string): Step {
  const report = reportOf(script);
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { script: [script, ...options], reports: report };
}

/** A step in which apps run Playwright. */
export function playwright(script: string): Step {
  return { script: [script], reports: `{apps,examples,tests}/*/${reportOf(script)}` };
}

function run({ script, reports }: Step): Result {
  const name = script[0] ?? "";
  console.log(`\n━━ ${name}`);
  const started = performance.now();
  const { status } = spawnSync("pnpm", ["run", ...script], {
    stdio: ["ignore", "inherit", "inherit"],
    // Passing options through turbo would build everything anew, so each playwright.config.ts reads this.
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(name) },
  });
  const seconds = (performance.now() - started) / 1000;
  return { name, seconds, ...(reports ? countReports(reports, status) : countCheck(status)) };
}

function describe({ name, passed, failed, failures, seconds }: Result): string {
  const outcome = failed ? `${failed} FAILED` : "ok";
  const cells = [name.padEnd(20), `${passed} passed`.padStart(12), outcome.padStart(12)];
  const line = `${cells.join("")}${seconds.toFixed(1).padStart(8)} s`;
  return [line, ...failures.map((it) => `  ✗ ${it}`)].join("\n");
}

/**
 * Runs all steps, whatever fails, and prints a summary. The last line counts all of them. The exit
 * code is 1 if one has failed.
 *
 * @param lacks what could not be run, and what to do about it. Each counts as a failure
 */
export function runSteps(steps: readonly Step[], lacks: readonly string[] = []): void {
  for (const { reports } of steps) for (const path of globSync(reports ?? [])) rmSync(path);
  mkdirSync("reports", { recursive: true });
  const results = steps.map(run);
  console.log(`\n━━ summary\n${results.map(describe).join("\n")}`);
  const passed = results.reduce((sum, it) => sum + it.passed, 0);
  const failed = results.reduce((sum, it) => sum + it.failed, lacks.length);
  for (const lack of lacks) console.log(`NOT RUN, and so not passed: ${lack}`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed) process.exitCode = 1;
}
