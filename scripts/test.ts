import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, rmSync } from "node:fs";
import { findBrowsers } from "./browsers.ts";
import { findHeadlessShell } from "./chromium.ts";
import { type Counts, countCheck, countReports } from "./counts.ts";

interface Step {
  /** A script of the root package.json, with its arguments. */
  script: string[];
  /** Where its runner reports to. A step without a report counts as one check. */
  reports?: string;
}

interface Result extends Counts {
  name: string;
  seconds: number;
}

const steps: Step[] = [
  { script: ["format:check"] },
  { script: ["lint"] },
  { script: ["knip"] },
  { script: ["lines"] },
  { script: ["build"] },
  { script: ["floor"] },
  { script: ["typecheck"] },
  { script: ["size"] },
  vitest("unit"),
  vitest("check:pack"),
  vitest("check:environments"),
  vitest("check:migrations"),
  vitest("e2e:engines"),
  playwright("e2e:alone"),
  playwright("e2e:beside"),
];

/** A script that ends in vitest, so that it takes vitest's options. */
function vitest(script: string): Step {
  const report = `reports/${script.replace(":", "-")}.json`;
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { script: [script, ...options], reports: report };
}

/** A script in which apps run Playwright. Those of `e2e:alone` have the machine for themselves. */
function playwright(script: string): Step {
  return { script: [script], reports: `apps/*/reports/${script.replace(":", "-")}.json` };
}

function run({ script, reports }: Step): Result {
  const name = script[0] ?? "";
  console.log(`\n━━ ${name}`);
  const started = performance.now();
  const { status } = spawnSync("pnpm", ["run", ...script], {
    stdio: ["ignore", "inherit", "inherit"],
    // Passing options through turbo would build everything anew, so each playwright.config.ts reads this.
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `reports/${name.replace(":", "-")}.json` },
  });
  const seconds = (performance.now() - started) / 1000;

  return { name, seconds, ...(reports ? countReports(reports, status) : countCheck(status)) };
}

for (const { reports } of steps) for (const path of globSync(reports ?? [])) rmSync(path);
mkdirSync("reports", { recursive: true });

const browsers = findBrowsers();
const { chromium } = browsers.paths;
if (chromium) process.env["SOJOURN_CHROMIUM"] = chromium;
const shell = findHeadlessShell() ?? "none: the whole browser takes twice the time";
console.log(`Node ${process.version}, headless shell at ${shell}`);
for (const [name, path] of Object.entries(browsers.paths)) console.log(`${name} at ${path}`);

const results = steps.map(run);

console.log("\n━━ summary");
for (const { name, passed, failed, seconds } of results) {
  const verdict = failed ? `${failed} FAILED` : "ok";
  console.log(
    `${name.padEnd(20)}${`${passed} passed`.padStart(12)}${verdict.padStart(12)}${seconds.toFixed(1).padStart(8)} s`,
  );
}
const passed = results.reduce((sum, it) => sum + it.passed, 0);
const failed = results.reduce((sum, it) => sum + it.failed, 0);
for (const lack of browsers.missing) console.log(`NOT RUN, and so not passed: ${lack}`);
console.log(`${passed} passed, ${failed} failed`);
if (failed) process.exitCode = 1;
