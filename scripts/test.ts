/** The whole check: everything that is known of this repository, in less than 30 minutes on two cores. */
import { engines } from "../tests/lab/engines/engines.ts";
import { getBrowsers } from "./browsers.ts";
import { findHeadlessShell } from "./chromium.ts";
import { playwright, runSteps, vitest, type Step } from "./steps.ts";

const steps: Step[] = [
  { script: ["format:check"] },
  { script: ["lint"] },
  { script: ["lines"] },
  { script: ["build"] },
  // It loads the settings of apps, which load what is built.
  { script: ["knip"] },
  { script: ["floor"] },
  { script: ["typecheck"] },
  { script: ["size"] },
  vitest("unit"),
  vitest("check:pack"),
  vitest("check:environments"),
  vitest("check:migrations"),
  vitest("e2e:engines"),
  vitest("e2e:frameworks"),
  // This one has the machine for itself: it has bounds of time.
  playwright("e2e:alone"),
  playwright("e2e:beside"),
];

const paths = getBrowsers();
if (paths["chromium"]) process.env["SOJOURN_CHROMIUM"] = paths["chromium"];
const shell = findHeadlessShell() ?? "none: the whole browser takes twice the time";
console.log(`Node ${process.version}, headless shell at ${shell}`);
for (const [name, path] of Object.entries(paths)) console.log(`${name} at ${path}`);

runSteps(
  steps,
  engines.flatMap((engine) => engine.missing() ?? []),
);
