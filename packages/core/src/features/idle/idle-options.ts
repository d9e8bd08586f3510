import type { IdleEnvironment } from "../../environment/idle-environment.ts";
import type { SignOutOptions } from "../../types/sign-in.ts";

/** Options of `createIdleTimer`. All tabs need the same. */
export interface IdleOptions {
  /** Seconds without a sign of a person until the user is signed out. */
  timeout: number;
  /**
   * Seconds before the end at which the warning begins; 0 for none. Default 60, or half of
   * `timeout` if that is less.
   */
  warnBefore?: number | undefined;
  /**
   * What counts as a sign of a person: names of DOM events. Default: `pointerdown`, `pointermove`,
   * `keydown`, `wheel`, `touchstart`, `touchmove`, and `visibilitychange` to visible.
   */
  events?: readonly string[] | undefined;
  /** Options of the sign-out. Default `{ redirect: false }`: each page stays, and shows its end. */
  signOut?: SignOutOptions | undefined;
  /** The platform. Default: the browser; on a server the timer does nothing. */
  environment?: IdleEnvironment | undefined;
}

/** Options with their defaults, in milliseconds. */
export interface IdleSettings {
  readonly timeoutMs: number;
  readonly warnMs: number;
  readonly events: readonly string[];
  readonly signOut: SignOutOptions;
}

// A page may scroll by itself, and browsers trust that event. So the means by which a person
// scrolls count instead.
const EVENTS = [
  ...["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "touchmove"],
  "visibilitychange",
];

/** Fills in the defaults. @throws TypeError if the options make no sense */
export function readIdleOptions(options: IdleOptions): IdleSettings {
  const { timeout, warnBefore = Math.min(60, timeout / 2) } = options;
  const { events = EVENTS, signOut = { redirect: false } } = options;
  if (!Number.isFinite(timeout) || timeout <= 0) {
    throw new TypeError(`timeout is ${timeout}: give a number of seconds, as 15 * 60.`);
  }
  if (!(warnBefore >= 0 && warnBefore < timeout)) {
    throw new TypeError(
      `warnBefore is ${warnBefore}: give seconds less than timeout (${timeout}), or 0 for no warning.`,
    );
  }
  return { timeoutMs: timeout * 1000, warnMs: warnBefore * 1000, events, signOut };
}
