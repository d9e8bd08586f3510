import type { Stop } from "../environment.ts";

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is moved. */
export interface ManualClock {
  /** Milliseconds since the epoch, as the wall shows it. */
  wall(): number;
  /** Milliseconds since the clock was made; unmoved by {@link ManualClock.step}. */
  monotonic(): number;
  schedule(task: () => void, delayMs: number): Stop;
  /** Lets time pass: runs all that falls due, in order, and waits for what follows from it. */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock forth or back, as a user or a time server may. No time passes. */
  step(ms: number): void;
  /** How many timers are waiting. */
  pendingTimers(): number;
}

/** Waits until the promises that can be settled without time passing are settled. */
function flush(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

declare const setImmediate: ((task: () => void) => void) | undefined;

/** @param startAt milliseconds since the epoch */
export function createManualClock(startAt: number): ManualClock {
  const timers = new Set<Timer>();
  let elapsed = 0;
  let offset = startAt;

  function takeNext(until: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.at <= until && (!next || timer.at < next.at)) next = timer;
    }
    if (next) timers.delete(next);
    return next;
  }

  return {
    wall: () => offset + elapsed,
    monotonic: () => elapsed,
    schedule(task, delayMs) {
      const timer = { at: elapsed + Math.max(0, delayMs), task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const until = elapsed + ms;
      await flush();
      for (let timer = takeNext(until); timer; timer = takeNext(until)) {
        elapsed = Math.max(elapsed, timer.at);
        timer.task();
        await flush();
      }
      elapsed = until;
    },
    step(ms) {
      offset += ms;
    },
    pendingTimers: () => timers.size,
  };
}
