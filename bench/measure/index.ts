import type { Findings } from "../results.ts";
import { measureAdapters } from "./adapters.ts";
import { measureEngines } from "./engines.ts";
import { measureFaults } from "./faults.ts";
import { measureHydration } from "./hydration.ts";
import { measureLeaks } from "./leaks.ts";
import { measureMemory } from "./memory.ts";
import { measureMicro } from "./micro.ts";
import { measurePollCost } from "./polls.ts";
import { measureReach } from "./reach.ts";
import { measureRenders } from "./renders.ts";
import { measureBursts, measureCrowd, measureRequests } from "./requests.ts";
import { measureRoundTrips } from "./round-trips.ts";
import { measureScale } from "./scale.ts";
import { measureSecondTab } from "./second-tab.ts";
import { measureSize } from "./size.ts";

/** One kind of figure. */
export interface Measurement {
  title: string;
  measure(): Promise<Findings>;
}

/** In the order of the report. `pnpm bench size scale` runs only these. */
export const measurements: Record<string, Measurement> = {
  size: { title: "Size", measure: measureSize },
  // Times first: crowds of tabs keep the machine busy for a while.
  reach: { title: "Time until all tabs show it", measure: measureReach },
  "second-tab": { title: "Time of a second tab", measure: measureSecondTab },
  hydration: { title: "Time of a hydration", measure: measureHydration },
  polls: { title: "Time of a poll", measure: measurePollCost },
  requests: { title: "Requests", measure: measureRequests },
  bursts: { title: "Requests in bursts", measure: measureBursts },
  crowd: { title: "Requests of 40 tabs", measure: measureCrowd },
  "round-trips": { title: "Round trips", measure: measureRoundTrips },
  faults: { title: "Faults", measure: measureFaults },
  engines: { title: "Other engines", measure: measureEngines },
  renders: { title: "Renders", measure: measureRenders },
  memory: { title: "Memory", measure: measureMemory },
  adapters: { title: "Adapters", measure: measureAdapters },
  leaks: { title: "Leaks", measure: measureLeaks },
  scale: { title: "Scale, simulated", measure: measureScale },
  micro: { title: "Micro", measure: measureMicro },
};
