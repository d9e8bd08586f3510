/** The moment of the last event. Times are milliseconds by the clock that all tabs share. */
export interface Clock {
  readonly now: number;
  /** A random number in [0, 1). */
  readonly random: number;
  /** How many milliseconds the shared clock is ahead of this tab's. */
  readonly skewMs: number;
}

/** The clock before the first event. Rendering reads no clock. */
export const STOPPED_CLOCK: Clock = { now: 0, random: 0, skewMs: 0 };
