/** The quick check, to run while working: no browser, no packing, no apps of others. */
import { runSteps, vitest } from "./steps.ts";

runSteps([
  { script: ["format:check"] },
  { script: ["lint"] },
  { script: ["typecheck"] },
  { script: ["size"] },
  vitest("unit"),
]);
