import type { SessionState } from "./state.ts";

/**
 * The place of a read or mutation in the one order of all tabs. It is a time in milliseconds. Its
 * random fraction breaks ties between tabs, and is the jitter of the polls.
 */
export type Stamp = number;

/** The stamp before all reads and mutations. */
export const BEGINNING: Stamp = 0;

/** Returns a stamp after everything that this tab knows of. */
export function nextStamp({ clock, cache, mutations }: SessionState): Stamp {
  return Math.max(clock.now, cache.stamp + 1, mutations.newest + 1) + clock.random;
}
