/** The whole check: everything that is known of this repository, in some 25 minutes on two cores. */
import { findChromium, findHeadlessShell, installChromium } from "./chromium.ts";
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
  // The first two have the machine for themselves.
  playwright("e2e:alone"),
  playwright("e2e:faults"),
  playwright("e2e:beside"),
];

const howToGetChromium =
  "No Chromium found. Install one (apt-get install chromium, or pnpm exec playwright install chromium), or set SOJOURN_CHROMIUM to its path.";

if (!findChromium()) installChromium();
const chromium = findChromium();
if (chromium) process.env["SOJOURN_CHROMIUM"] = chromium;
const shell = findHeadlessShell() ?? "none: the whole browser takes twice the time";
console.log(
  `Node ${process.version}, Chromium at ${chromium ?? "none"}, headless shell at ${shell}`,
);

runSteps(steps, chromium ? undefined : howToGetChromium);
