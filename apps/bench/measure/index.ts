import type { Findings } from "../results.ts";
import { measureMemory } from "./memory.ts";
import { measureMicro } from "./micro.ts";
import { measureBursts, measureCrowd, measureRequests } from "./requests.ts";
import { measureRenders } from "./renders.ts";
import { measureRoundTrips } from "./round-trips.ts";
import { measureReach } from "./reach.ts";
import { measureScale } from "./scale.ts";
import { measureSize } from "./size.ts";

/** One kind of figure. */
export interface Measurement {
  title: string;
  measure(): Promise<Findings>;
}

/** In the order of the report. `pnpm bench size scale` runs only these. */
export const measurements: Record<string, Measurement> = {
  size: { title: "Size", measure: measureSize },
  requests: { title: "Requests", measure: measureRequests },
  bursts: { title: "Requests in bursts", measure: measureBursts },
  crowd: { title: "Requests of 40 tabs", measure: measureCrowd },
  "round-trips": { title: "Round trips", measure: measureRoundTrips },
  renders: { title: "Renders", measure: measureRenders },
  reach: { title: "Reach", measure: measureReach },
  memory: { title: "Memory", measure: measureMemory },
  scale: { title: "Scale, simulated", measure: measureScale },
  micro: { title: "Micro", measure: measureMicro },
};
