import type { ManualClock } from "@sojourn/core/memory";
import TinyQueue from "tinyqueue";

interface Entry {
  at: number;
  task: () => void;
  isCancelled: boolean;
}

/** A virtual clock for very many timers: a heap, where the core's own walks a list. */
export interface Timeline extends ManualClock {
  /** Runs all that is due, in order, until so many milliseconds after the start. */
  runUntil(ms: number): Promise<void>;
}

/** Lets promises settle that need no time. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Starts at 0. Its wall clock cannot be set. */
export function createTimeline(): Timeline {
  const queue = new TinyQueue<Entry>([], (a, b) => a.at - b.at);
  let now = 0;

  async function runUntil(until: number): Promise<void> {
    for (let next = queue.peek(); next && next.at <= until; next = queue.peek()) {
      queue.pop();
      if (next.isCancelled) continue;
      now = next.at;
      next.task();
      await settle();
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
    advance: (ms) => runUntil(now + ms),
    step() {},
    pendingTimers: () => queue.length,
    runUntil,
  };
}
