/** The whole check: everything that is known of this repository, in less than 30 minutes on two cores. */
import { findBrowsers } from "./browsers.ts";
import { findHeadlessShell } from "./chromium.ts";
import { playwright, runSteps, vitest, type Step } from "./steps.ts";

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
  // These have the machine for themselves.
  playwright("e2e:alone"),
  playwright("e2e:beside"),
];

const browsers = findBrowsers();
const { chromium } = browsers.paths;
if (chromium) process.env["SOJOURN_CHROMIUM"] = chromium;
const shell = findHeadlessShell() ?? "none: the whole browser takes twice the time";
console.log(`Node ${process.version}, headless shell at ${shell}`);
for (const [name, path] of Object.entries(browsers.paths)) console.log(`${name} at ${path}`);

const lacks = browsers.missing.map((howTo) => `NOT RUN, and so not passed: ${howTo}`);
runSteps(steps, lacks.join("\n"));
