import type { Figure, Findings, LineChart, Row, Table } from "../results.ts";
import { policies } from "../scale/policies/index.ts";
import {
  CHARTED_BEFORE_S,
  chartOf,
  chartOfSteady,
  FAULT_AT_S,
  million,
  type Scenario,
  scenarios,
  type SteadyLoad,
  summarize,
  summarizeSteady,
  type Summary,
  UNTIL_S,
} from "../scale/scenarios.ts";
import { type Outcome, type Run, simulate } from "../scale/simulate.ts";
import { isTrial, rounds } from "./effort.ts";
import { describeSpread } from "./spread.ts";

const CHART_STEP_S = 5;
const ROUNDS = rounds(3);
const population = isTrial ? { ...million, sampled: 400 } : million;
const write = (value: number): string => value.toLocaleString("en-US");

const titles: Record<Scenario["name"], string> = {
  outage: "A backend that fails for 60 s",
  deploy: "A backend that answers 429 with Retry-After: 30 for 60 s",
};

const people =
  `${write(population.users)} people with 1 to 5 tabs each, who are signed in and poll every 5 minutes; ` +
  `${write(population.sampled)} of them are simulated on a virtual clock, the same for all clients, and load is scaled up. ` +
  `Medians of ${ROUNDS} draws (least to most). ` +
  "One tab is visible; nobody opens, closes or focuses one after the start. " +
  "Sojourn's column runs the core's own runtime. All others are models of documented and measured behaviour: see scale/policies.";

const steadyNote = `${people} The backend answers all at once: this is what each client asks for.`;

const note =
  `${people} The backend answers ${write(population.capacityPerSecond)} requests per second at most, ` +
  "half as much again as tabs ask that poll for themselves, and queues the others; who has waited for 10 s gets no answer. " +
  "Refusals cost it nothing. The queue is worked out by the second; one sampled request stands for some 500, so that a busiest second is shown too high, for all alike. " +
  "next-auth is too much for this backend before it fails. Who is signed out polls no more: that is why its load does not come back.";

/** What the figures of a summary are called, with how many digits they are shown, and whether in percent. */
type Words<T> = [key: keyof T, what: string, digits: number, isShare?: boolean][];

const steadyWords: Words<SteadyLoad> = [
  ["opening", "requests per second in the busiest 10 s of the 10 minutes in which tabs open", 0],
  ["mean", "requests per second afterwards", 0],
  ["peak", "requests per second in the busiest 10 s afterwards", 0],
  ["perPersonAndHour", "requests per person and hour", 0],
];

const words: Words<Summary> = [
  ["steady", "requests per second before", 0],
  ["signedOutShareBefore", "share of people with a tab that says signed out, before", 0, true],
  ["during", "requests per second meanwhile", 0],
  ["peakAfter", "requests in the busiest second of the 5 minutes after", 0],
  ["drainSeconds", "seconds until nobody waits for longer than 0.25 s any more", 0],
  ["longestQueueSeconds", "longest wait in the queue after it, in s", 1],
  ["recoverySeconds", "seconds until 95 % of those who were refused have an answer", 0],
  ["signedOutShare", "share of people with a tab that says signed out, 15 minutes later", 0, true],
];

function toFigure(values: number[], digits: number, isShare = false): Figure {
  const shown = values.map((value) => Number((isShare ? value * 100 : value).toFixed(digits)));
  const unit = isShare ? " %" : "";
  const spread = describeSpread(shown, digits);
  // Three times the same needs no spread.
  const text = new Set(shown).size > 1 ? spread : spread.replace(/ .*/, "");
  return text.replaceAll(/[\d.,]+/g, `$&${unit}`).replaceAll("∞", "never");
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function toRows<T>(name: string, list: Words<T>, summaries: Record<string, T[]>): Row[] {
  return list.map(([key, what, digits, isShare]) => ({
    what: `${name}: ${what}`,
    figures: mapValues(summaries, (drawn) =>
      toFigure(
        drawn.map((summary) => Number(summary[key])),
        digits,
        isShare,
      ),
    ),
  }));
}

/** The first draw of each client. */
function chart(
  file: string,
  title: string,
  outcomes: Record<string, Outcome[]>,
  cut: (load: number[], stepSeconds: number) => number[],
): LineChart {
  const lines = mapValues(outcomes, ([first]) => cut(first?.load ?? [], CHART_STEP_S));
  const unit = "requests per second";
  return { kind: "lines", file, title, stepSeconds: CHART_STEP_S, unit, lines };
}

/** The outcomes of each client, one for each draw of people. */
async function runAll(run: Omit<Run, "seed">): Promise<Record<string, Outcome[]>> {
  const outcomes: Record<string, Outcome[]> = {};
  for (const [name, policy] of Object.entries(policies)) {
    const drawn: Outcome[] = [];
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      drawn.push(await simulate(policy, { ...run, seed }));
    }
    outcomes[name] = drawn;
  }
  return outcomes;
}

async function reportSteady(): Promise<[Table, LineChart]> {
  const untilMs = FAULT_AT_S * 1000;
  const boundless = { ...population, capacityPerSecond: Infinity };
  const outcomes = await runAll({ population: boundless, untilMs });
  const summaries = mapValues(outcomes, (drawn) =>
    drawn.map(({ load }) => summarizeSteady(load, population.users)),
  );
  const title = "A backend that works: tabs open for ten minutes, and poll";
  return [
    {
      title: "A backend that works",
      note: steadyNote,
      rows: toRows("steady", steadyWords, summaries),
    },
    chart("steady.svg", title, outcomes, chartOfSteady),
  ];
}

async function report(scenario: Scenario): Promise<[Table, LineChart]> {
  const { name, fault, lastsSeconds } = scenario;
  const outcomes = await runAll({ population, fault, untilMs: UNTIL_S * 1000 });
  const summaries = mapValues(outcomes, (drawn) => drawn.map((it) => summarize(it, scenario)));
  const from = CHARTED_BEFORE_S;
  return [
    { title: titles[name], note, rows: toRows(name, words, summaries) },
    {
      ...chart(`${name}.svg`, titles[name], outcomes, chartOf),
      fault: { from, until: from + lastsSeconds, text: "it refuses all" },
      level: { at: population.capacityPerSecond, text: "its capacity" },
    },
  ];
}

/** What a million people do to a backend. */
export async function measureScale(): Promise<Findings> {
  const found = [await reportSteady()];
  for (const scenario of scenarios) found.push(await report(scenario));
  return { tables: found.map(([table]) => table), charts: found.map(([, line]) => line) };
}
