import type { Run } from "./run.ts";

/** What can be compared of two runs of one story. */
export interface Summary {
  /** How many reads of the session were sent. */
  readonly reads: number;
  /** How many tabs run now. */
  readonly tabs: number;
  /** How many of them show what the server would say. */
  readonly right: number;
}

/** The summary before a run has started. */
export const NOTHING_YET: Summary = { reads: 0, tabs: 0, right: 0 };

/** Sums a run up. */
export function summarize(run: Run): Summary {
  const truth = run.userName();
  const running = run.tabs.filter(({ state }) => state === "shown" || state === "hidden");
  const right = running.filter(({ shown }) => shown.status !== "loading" && shown.name === truth);
  const reads = run.timeline.filter((it) => it.kind === "request" && it.text === "GET session");
  return { reads: reads.length, tabs: running.length, right: right.length };
}
