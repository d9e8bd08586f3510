import { type Backend, createBackend, type Fault } from "./backend.ts";
import { createPatience } from "./patience.ts";
import { createTimeline } from "./timeline.ts";
import type { Policy } from "./user.ts";

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

export interface Outcome {
  /** Requests per second of all people, by second. */
  load: number[];
  longestQueueMs: number;
  /** Of each person who was refused: how long after the fault's end the next answer was asked. */
  recoveriesMs: number[];
  /** Of all people, after the end. */
  signedOutShare: number;
}

/** A repeatable sequence of numbers in [0, 1): mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function loadOf(backend: Backend, seconds: number, scale: number): number[] {
  return Array.from({ length: seconds }, (_, second) => (backend.arrivals[second] ?? 0) * scale);
}

/**
 * Lets a population live with a client for so long. Each person opens the first tab at any time of
 * the first poll interval, and the others within an interval after that.
 */
export async function simulate(
  policy: Policy,
  population: Population,
  fault: Fault,
  untilMs: number,
): Promise<Outcome> {
  const { users, sampled, maxTabs, pollMs, capacityPerSecond } = population;
  const scale = users / sampled;
  const random = createRandom(1);
  const timeline = createTimeline();
  const backend = createBackend(timeline.wall, capacityPerSecond / scale, fault);
  const patience = createPatience(timeline.wall, fault.untilMs);
  const people = Array.from({ length: sampled }, (_, index) => {
    const tabCount = 1 + (index % maxTabs);
    const firstAtMs = random() * pollMs;
    const later = Array.from({ length: tabCount - 1 }, () => firstAtMs + random() * pollMs);
    const opensAtMs = [firstAtMs, ...later];
    return policy({ opensAtMs, pollMs, timeline, backend: patience.of(backend), random });
  });
  await timeline.runUntil(untilMs);
  return {
    load: loadOf(backend, untilMs / 1000, scale),
    longestQueueMs: backend.longestQueueMs(),
    recoveriesMs: patience.recoveriesMs(),
    signedOutShare: people.filter((it) => it.isSignedOut()).length / sampled,
  };
}
