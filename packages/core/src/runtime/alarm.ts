import type { Environment, Stop } from "../environment/environment.ts";

/**
 * The longest delay of a timer. Timers overflow after 24.8 days and stand still during sleep, so
 * the clock is checked again by then.
 */
const MAX_DELAY_MS = 60_000;

/**
 * Creates the one alarm for all that is due at a time: polls, retries and expiry. It rings once, at
 * the time that was set last.
 *
 * @returns a function that sets the alarm, in milliseconds of the environment's clock; `Infinity`
 *   never rings
 */
export function createAlarm(environment: Environment, onRing: () => void): (at: number) => void {
  let cancel: Stop | undefined;

  return function set(at) {
    cancel?.();
    if (at === Infinity) return;
    const delayMs = Math.min(Math.max(0, at - environment.now()), MAX_DELAY_MS);
    cancel = environment.schedule(() => {
      if (environment.now() < at) set(at);
      else onRing();
    }, delayMs);
  };
}
