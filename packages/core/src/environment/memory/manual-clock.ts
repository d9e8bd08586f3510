import type { Stop } from "../environment.ts";

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until a test moves it. */
export interface ManualClock {
  /** Returns milliseconds since the epoch, by the wall clock. */
  wall(): number;
  /**
   * Returns milliseconds since the clock was created. {@link ManualClock.step} does not change it.
   */
  monotonic(): number;
  schedule(task: () => void, delayMs: number): Stop;
  /**
   * Lets time pass. Runs the tasks that fall due, in order, and waits for the promises that they
   * settle.
   */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock forth or back, as a user or a time server may do. No time passes. */
  step(ms: number): void;
  /** Returns the number of pending timers. */
  pendingTimers(): number;
}

/** Waits until all promises are settled that need no time to pass. */
function flush(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else if (typeof MessageChannel === "function") postMessageTo(resolve);
    else setTimeout(resolve, 0);
  });
}

/** Calls a function in a task of its own. A browser would delay each nested timer by 4 ms. */
function postMessageTo(receive: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    receive();
  };
  port2.postMessage(null);
}

declare const setImmediate: ((task: () => void) => void) | undefined;

/**
 * Creates a clock for tests.
 *
 * @param startAt milliseconds since the epoch
 */
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
