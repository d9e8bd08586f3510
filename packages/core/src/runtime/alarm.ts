import type { Environment, Stop } from "../environment/environment.ts";

/** Timers overflow after 24.8 days and stand still in sleep, so the clock is looked at again by then. */
const MAX_DELAY_MS = 60_000;

/**
 * Polls, retries, expiry: everything that is due at a time goes through one alarm, which rings once
 * at the time it was last set to.
 *
 * @returns sets the alarm, in milliseconds of the environment's clock; `Infinity` never rings
 */
export function createAlarm(environment: Environment, onRing: () => void): (at: number) => void {
  let cancel: Stop | undefined;

  return function set(at) {
    cancel?.();
    cancel = undefined;
    if (at === Infinity) return;
    const delayMs = Math.min(Math.max(0, at - environment.now()), MAX_DELAY_MS);
    cancel = environment.schedule(() => {
      if (environment.now() < at) set(at);
      else onRing();
    }, delayMs);
  };
}
