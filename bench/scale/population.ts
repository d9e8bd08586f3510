export interface Population {
  /** How many people the figures are for. */
  users: number;
  /** How many of them are simulated; the load is scaled up. */
  sampled: number;
  maxTabs: number;
  pollMs: number;
  /** Requests per second that the backend of all people can answer. */
  capacityPerSecond: number;
}

/** A repeatable sequence of numbers in [0, 1): mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * When each person opens each tab, in milliseconds: the first somewhere in the person's share of the
 * first poll interval, and the others within an interval after that. It depends on nothing but the
 * seed, so that all clients have the same people. Shares, and as many people with each number of
 * tabs, keep chance small in a sample.
 */
export function drawOpenings(
  { sampled, maxTabs, pollMs }: Population,
  random: () => number,
): number[][] {
  return Array.from({ length: sampled }, (_, index) => {
    const firstAtMs = ((index + random()) / sampled) * pollMs;
    const later = Array.from({ length: index % maxTabs }, () => firstAtMs + random() * pollMs);
    return [firstAtMs, ...later];
  });
}
