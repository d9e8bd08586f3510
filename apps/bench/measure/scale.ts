import type { Figure, Findings, LineChart, Row, Table } from "../results.ts";
import { policies } from "../scale/policies/index.ts";
import {
  chartOf,
  chartOfSteady,
  judge,
  judgeSteady,
  million,
  type Scenario,
  scenarios,
  type SteadyLoad,
  UNTIL_S,
  type Verdict,
} from "../scale/scenarios.ts";
import { type Outcome, simulate } from "../scale/simulate.ts";
import { isTrial } from "./effort.ts";

const CHART_STEP_S = 5;
const population = isTrial ? { ...million, sampled: 200 } : million;

const titles: Record<Scenario["name"], string> = {
  outage: "A backend that fails for 60 s",
  deploy: "A backend that answers 429 with Retry-After: 30 for 60 s",
};

const note =
  `${population.users.toLocaleString("en-US")} people with 1 to 5 tabs each, who are signed in and poll every 5 minutes; ` +
  `${population.sampled.toLocaleString("en-US")} of them are simulated on a virtual clock, and load is scaled up. ` +
  `The backend answers ${population.capacityPerSecond.toLocaleString("en-US")} requests per second at most, and queues the others. ` +
  "One tab is visible; nobody opens, closes or focuses one after the start. " +
  "Who is signed out polls no more: that is why next-auth's load does not come back. " +
  "Sojourn's column runs the core's own runtime. All others are models of documented and measured behaviour: see scale/policies.";

/** What a verdict's figures are called, and with how many digits they are shown. */
type Words<T> = [key: keyof T, what: string, digits: number][];

const steadyWords: Words<SteadyLoad> = [
  ["opening", "requests per second in the busiest 10 s of the 10 minutes in which tabs open", 0],
  ["mean", "requests per second afterwards", 0],
  ["peak", "requests per second in the busiest 10 s afterwards", 0],
  ["perPersonAndHour", "requests per person and hour", 0],
];

const words: Words<Verdict> = [
  ["steady", "requests per second before", 0],
  ["during", "requests per second meanwhile", 0],
  ["peakAfter", "requests per second in the busiest 10 s of the 5 minutes after", 0],
  ["drainSeconds", "seconds until load stays below 1.5 times that before", 0],
  ["recoverySeconds", "seconds until 95 % of those who were refused have an answer", 0],
  ["longestQueueMs", "longest queue after it, in ms", 0],
  ["signedOutShare", "share of people with a tab that says signed out, 15 minutes later", 3],
];

function toFigure(value: number, digits: number): Figure {
  return value === Infinity ? "never" : Number(value.toFixed(digits));
}

function toRows<T>(name: string, list: Words<T>, verdicts: Record<string, T>): Row[] {
  return list.map(([key, what, digits]) => ({
    what: `${name}: ${what}`,
    figures: mapValues(verdicts, (verdict) => toFigure(Number(verdict[key]), digits)),
  }));
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function chart(file: string, title: string, lines: LineChart["lines"]): LineChart {
  const unit = "requests per second";
  return { kind: "lines", file, title, stepSeconds: CHART_STEP_S, unit, lines };
}

async function run(scenario: Scenario): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const [name, policy] of Object.entries(policies)) {
    outcomes[name] = await simulate(policy, population, scenario.fault, UNTIL_S * 1000);
  }
  return outcomes;
}

function reportSteady(outcomes: Record<string, Outcome>): [Table, LineChart] {
  const verdicts = mapValues(outcomes, ({ load }) => judgeSteady(load, population.users));
  const lines = mapValues(outcomes, ({ load }) => chartOfSteady(load, CHART_STEP_S));
  return [
    { title: "A backend that works", note, rows: toRows("steady", steadyWords, verdicts) },
    chart("steady.svg", "A backend that works: tabs open for ten minutes, and poll", lines),
  ];
}

function report(scenario: Scenario, outcomes: Record<string, Outcome>): [Table, LineChart] {
  const title = titles[scenario.name];
  const verdicts = mapValues(outcomes, (outcome) => judge(outcome, scenario));
  const lines = mapValues(outcomes, ({ load }) => chartOf(load, CHART_STEP_S));
  return [
    { title, note, rows: toRows(scenario.name, words, verdicts) },
    chart(`${scenario.name}.svg`, `${title}, after two minutes`, lines),
  ];
}

/** What a million people do to a backend. */
export async function measureScale(): Promise<Findings> {
  const found: [Table, LineChart][] = [];
  for (const scenario of scenarios) {
    const outcomes = await run(scenario);
    // Until the fault it is the same in all scenarios.
    if (found.length === 0) found.push(reportSteady(outcomes));
    found.push(report(scenario, outcomes));
  }
  return { tables: found.map(([table]) => table), charts: found.map(([, line]) => line) };
}
