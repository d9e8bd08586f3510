import type { ManualClock } from "@sojourn/core/memory";
import TinyQueue from "tinyqueue";

interface Entry {
  at: number;
  task: () => void;
  isCancelled: boolean;
}

/** A virtual clock for very many timers: a heap, where the core's own walks a list. */
export interface Timeline extends ManualClock {
  /**
   * Runs all that is due, in order, until so many milliseconds after the start.
   *
   * @param usesPromises whether tasks start any, which then settle before the next one; it takes time
   */
  runUntil(ms: number, usesPromises: boolean): Promise<void>;
}

/** More than any chain of promises of one event is long. */
const TURNS = 20;

/** Lets promises settle that need no time; by turns, because an immediate takes ten times as long. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await undefined;
}

/** Starts at 0. Its wall clock cannot be set. */
export function createTimeline(): Timeline {
  const queue = new TinyQueue<Entry>([], (a, b) => a.at - b.at);
  let now = 0;

  async function runUntil(until: number, usesPromises: boolean): Promise<void> {
    for (let next = queue.peek(); next && next.at <= until; next = queue.peek()) {
      queue.pop();
      if (next.isCancelled) continue;
      now = next.at;
      next.task();
      if (usesPromises) await settle();
    }
    now = until;
  }

  return {
    wall: () => now,
    monotonic: () => now,
    schedule(task, delayMs) {
      const entry = { at: now + Math.max(0, delayMs), task, isCancelled: false };
      queue.push(entry);
      return () => {
        entry.isCancelled = true;
      };
    },
    advance: (ms) => runUntil(now + ms, true),
    step() {},
    pendingTimers: () => queue.length,
    runUntil,
  };
}
