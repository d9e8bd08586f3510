import type { Findings, LineChart, Row, Table } from "../results.ts";
import { policies } from "../scale/policies/index.ts";
import { chartOf, judge, million, type Scenario, scenarios, UNTIL_S } from "../scale/scenarios.ts";
import type { Verdict } from "../scale/scenarios.ts";
import { simulate } from "../scale/simulate.ts";

const CHART_STEP_S = 5;

const titles: Record<Scenario["name"], string> = {
  outage: "A backend that fails for 60 s",
  deploy: "A backend that answers 429 with Retry-After: 30 for 60 s",
};

const note =
  `${million.users.toLocaleString("en-US")} people with 1 to 5 tabs each, who are signed in and poll every 5 minutes; ` +
  `${million.sampled.toLocaleString("en-US")} of them are simulated on a virtual clock, and load is scaled up. ` +
  `The backend answers ${million.capacityPerSecond.toLocaleString("en-US")} requests per second at most, and queues the others. ` +
  "One tab is visible; nobody opens, closes or focuses one after the start. " +
  "Sojourn's column runs the core's own runtime. All others are models of documented and measured behaviour: see scale/policies.";

const words: [keyof Verdict, what: string, digits: number][] = [
  ["steady", "requests per second before", 0],
  ["during", "requests per second meanwhile", 0],
  ["peakAfter", "requests per second in the busiest 10 s of the 5 minutes after", 0],
  ["drainSeconds", "seconds until load stays below 1.5 times that before", 0],
  ["longestQueueMs", "longest queue after it, in ms", 0],
  ["signedOutShare", "share of people with a tab that says signed out, 15 minutes later", 3],
];

async function run(scenario: Scenario): Promise<[Table, LineChart]> {
  const verdicts: [string, Verdict][] = [];
  const lines: Record<string, number[]> = {};
  for (const [name, policy] of Object.entries(policies)) {
    const outcome = await simulate(policy, million, scenario.fault, UNTIL_S * 1000);
    verdicts.push([name, judge(outcome, scenario)]);
    lines[name] = chartOf(outcome.load, CHART_STEP_S);
  }
  const rows = words.map(([key, what, digits]): Row => {
    const figures = verdicts.map(([name, it]) => [name, Number(it[key].toFixed(digits))]);
    return { what: `${scenario.name}: ${what}`, figures: Object.fromEntries(figures) };
  });
  const title = titles[scenario.name];
  const chart: LineChart = {
    kind: "lines",
    file: `${scenario.name}.svg`,
    title: `${title}, after two minutes`,
    stepSeconds: CHART_STEP_S,
    unit: "requests per second",
    lines,
  };
  return [{ title, note, rows }, chart];
}

/** What a million people do to a backend. */
export async function measureScale(): Promise<Findings> {
  const found: [Table, LineChart][] = [];
  for (const scenario of scenarios) found.push(await run(scenario));
  return { tables: found.map(([table]) => table), charts: found.map(([, chart]) => chart) };
}
