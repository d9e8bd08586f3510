/** The moment of the last event. Times are milliseconds by the clock that all tabs share. */
export interface Clock {
  readonly now: number;
  /** A random number in [0, 1). */
  readonly random: number;
  /** How far the shared clock is ahead of this tab's. */
  readonly skewMs: number;
}

/** The clock before anything has happened. Rendering reads none. */
export const STOPPED_CLOCK: Clock = { now: 0, random: 0, skewMs: 0 };
