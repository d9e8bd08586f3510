import type { SessionState } from "./state.ts";

/**
 * The place of a read or mutation in the one order of all tabs. It is a time, with a random fraction
 * that breaks ties between tabs and jitters the polls.
 */
export type Stamp = number;

/** The place before all reads and mutations. */
export const BEGINNING: Stamp = 0;

/** A place after everything that this tab knows of. */
export function nextStamp({ clock, cache, mutations }: SessionState): Stamp {
  return Math.max(clock.now, cache.stamp + 1, mutations.newest + 1) + clock.random;
}
