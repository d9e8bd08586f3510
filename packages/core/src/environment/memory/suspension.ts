import type { Stop } from "../environment.ts";
import type { ManualClock } from "./manual-clock.ts";

/** When the tasks of a page run: not while it is frozen, and never again once it is gone. */
export interface Suspension {
  /** Runs a task now, or when the page is thawed. The result takes it back. */
  run(task: () => void): Stop;
  freeze(): void;
  /** What has waited runs next, in order, before any more time passes. */
  thaw(): void;
  end(): void;
}

/** Makes the switch of one page, which runs at first. */
export function createSuspension(clock: ManualClock): Suspension {
  const waiting = new Set<() => void>();
  let isFrozen = false;
  let hasEnded = false;

  return {
    run(task) {
      // Wrapped, so that one function can wait twice.
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
