import { modelOfCore } from "./core.ts";
import { modelOfLab } from "./lab.ts";
import type { Model } from "./model.ts";
import { modelOfSimulation } from "./simulation.ts";
import { modelOfTesting } from "./testing.ts";

const dialects = ["v4", "v5"] as const;

/** Whatever in this repository answers in place of an auth server. */
export const models: readonly Model[] = dialects.flatMap((dialect) => [
  modelOfCore(dialect),
  ...(dialect === "v5" ? [modelOfCore(dialect, false)] : []),
  modelOfTesting(dialect),
  modelOfSimulation(dialect, "jwt"),
  modelOfSimulation(dialect, "database"),
  modelOfLab(dialect),
]);
