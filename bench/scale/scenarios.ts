import { percentile } from "../measure/spread.ts";
import type { Fault } from "./backend.ts";
import type { Population } from "./population.ts";
import type { Outcome } from "./simulate.ts";

/** A million people, as far as the figures go. */
export const million: Population = {
  users: 1_000_000,
  sampled: 2000,
  maxTabs: 5,
  pollMs: 300_000,
  // One and a half times what they ask if each tab polls for itself, once per interval.
  capacityPerSecond: 15_000,
};

/** Tabs have opened, and polled once, by then. */
export const FAULT_AT_S = 900;
/** Load before the fault is measured from here on: one poll interval. */
const STEADY_FROM_S = 600;
export const UNTIL_S = 1860;
const STEADY_STEP_S = 10;
const AFTERWARDS_S = 300;
/** A shorter wait in the queue may come from the sampling. */
const LONG_S = 0.25;
/** Who is overloaded so shortly before the end of the run is taken to stay so. */
const LAST_S = 60;

export interface Scenario {
  name: "outage" | "deploy";
  lastsSeconds: number;
  fault: Fault;
}

function lasting(name: Scenario["name"], lastsSeconds: number, refusal: object): Scenario {
  const fromMs = FAULT_AT_S * 1000;
  const untilMs = fromMs + lastsSeconds * 1000;
  return { name, lastsSeconds, fault: { status: 503, ...refusal, fromMs, untilMs } };
}

export const scenarios: readonly Scenario[] = [
  lasting("outage", 60, {}),
  lasting("deploy", 60, { status: 429, retryAfterMs: 30_000 }),
];

/** What a run shows. Requests per second, of all people. */
export interface Summary {
  steady: number;
  during: number;
  /** In the busiest second of the five minutes after the end. */
  peakAfter: number;
  /** Seconds after the end until nobody waits in the queue for long any more; `Infinity`: never. */
  drainSeconds: number;
  /** Of a request that arrives after the end. */
  longestQueueSeconds: number;
  /** Seconds after the end until 95 % of those who were refused have an answer; `Infinity`: never. */
  recoverySeconds: number;
  signedOutShareBefore: number;
  signedOutShare: number;
}

function meanOf(load: number[], from: number, until: number): number {
  const part = load.slice(from, until);
  return part.reduce((sum, it) => sum + it, 0) / part.length;
}

function drainSecondsOf({ queue, capacityPerSecond }: Outcome, endsAt: number): number {
  const last = queue.findLastIndex((waiting) => waiting / capacityPerSecond > LONG_S);
  if (last >= queue.length - LAST_S) return Infinity;
  return Math.max(0, last + 1 - endsAt);
}

export function summarize(outcome: Outcome, { lastsSeconds }: Scenario): Summary {
  const { load, queue, capacityPerSecond, recoveriesMs } = outcome;
  const { signedOutShareBefore, signedOutShare } = outcome;
  const endsAt = FAULT_AT_S + lastsSeconds;
  return {
    steady: meanOf(load, STEADY_FROM_S, FAULT_AT_S),
    during: meanOf(load, FAULT_AT_S, endsAt),
    peakAfter: Math.max(...load.slice(endsAt, endsAt + AFTERWARDS_S)),
    drainSeconds: drainSecondsOf(outcome, endsAt),
    longestQueueSeconds: Math.max(...queue.slice(endsAt)) / capacityPerSecond,
    recoverySeconds: percentile(recoveriesMs, 0.95) / 1000,
    signedOutShareBefore,
    signedOutShare,
  };
}

function meansOf(load: number[], from: number, until: number, stepSeconds: number): number[] {
  return Array.from({ length: Math.floor((until - from) / stepSeconds) }, (_, index) => {
    const start = from + index * stepSeconds;
    return Math.round(meanOf(load, start, start + stepSeconds));
  });
}

/** Where in a chart the fault begins. */
export const CHARTED_BEFORE_S = 120;

/** The means of so many seconds each, from shortly before the fault. */
export function chartOf(load: number[], stepSeconds: number): number[] {
  return meansOf(load, FAULT_AT_S - CHARTED_BEFORE_S, UNTIL_S - 300, stepSeconds);
}

/** The same for the time before it: tabs open, and poll. */
export function chartOfSteady(load: number[], stepSeconds: number): number[] {
  return meansOf(load, 0, FAULT_AT_S, stepSeconds);
}

/** Load while nothing is wrong. */
export interface SteadyLoad {
  /** Requests per second. */
  mean: number;
  /** In the busiest ten seconds of one poll interval. */
  peak: number;
  /** While people open their tabs, in the busiest ten seconds. */
  opening: number;
  /** Requests of one person in an hour. */
  perPersonAndHour: number;
}

export function summarizeSteady(load: number[], people: number): SteadyLoad {
  const mean = meanOf(load, STEADY_FROM_S, FAULT_AT_S);
  return {
    mean,
    peak: Math.max(...meansOf(load, STEADY_FROM_S, FAULT_AT_S, STEADY_STEP_S)),
    opening: Math.max(...meansOf(load, 0, STEADY_FROM_S, STEADY_STEP_S)),
    perPersonAndHour: (mean * 3600) / people,
  };
}
