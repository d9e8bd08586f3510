import type { Stop } from "../environment.ts";
import type { ManualClock } from "./manual-clock.ts";

/** Decides when the tasks of a page run: not while it is frozen, and never after it has ended. */
export interface Suspension {
  /** Runs a task now, or when the page is thawed. The result cancels a task that still waits. */
  run(task: () => void): Stop;
  freeze(): void;
  /** Runs the waiting tasks, in order, before any more time passes. */
  thaw(): void;
  end(): void;
}

/** Creates the suspension of one page, which is not frozen at first. */
export function createSuspension(clock: ManualClock): Suspension {
  const waiting = new Set<() => void>();
  let isFrozen = false;
  let hasEnded = false;

  return {
    run(task) {
      // Each task gets a function of its own, so that one task can wait twice.
      const entry = (): void => task();
      if (isFrozen) waiting.add(entry);
      else if (!hasEnded) task();
      return () => void waiting.delete(entry);
    },
    freeze() {
      isFrozen = true;
    },
    thaw() {
      isFrozen = false;
      for (const entry of waiting) {
        clock.schedule(() => {
          if (!isFrozen && waiting.delete(entry)) entry();
        }, 0);
      }
    },
    end() {
      hasEnded = true;
      waiting.clear();
    },
  };
}
