/*
 * The phases of a sign-in. A later one has a greater number. Any page may find out that the user has
 * signed out, and it must not undo that the idle time is over.
 */
/** A user is signed in, and the idle time runs. */
export const RUNNING = 0;
/** Nobody is signed in, and the idle timer is not the reason. */
export const SIGNED_OUT = 1;
/** The idle time is over, and the sign-out is due. No activity changes this. */
export const OVER = 2;
/** The user was signed out because the idle time was over. */
export const TIMED_OUT = 3;

/**
 * What all tabs share about the idle time of one sign-in. It contains no session data. Times are
 * milliseconds of the clock that all tabs share.
 */
export interface IdleRecord {
  /** When the sign-in was noticed. A later sign-in replaces an earlier one. */
  readonly since: number;
  /** The last sign of a person in any tab. */
  readonly activeAt: number;
  readonly phase: number;
  /** The number of the attempt to sign out: odd while it is under way, even when it has failed. */
  readonly attempt: number;
  /** When the next attempt may start, unless the one under way succeeds. */
  readonly dueAt: number;
}

/** The record of a browser that has none. */
export const NO_RECORD: IdleRecord = {
  since: 0,
  activeAt: 0,
  phase: SIGNED_OUT,
  attempt: 0,
  dueAt: 0,
};

/** The last time that a `Date` can hold. */
const LAST_TIME = 8.64e15;

/** Whether a user is signed in by this record. */
export function isOpen({ phase }: IdleRecord): boolean {
  return phase === RUNNING || phase === OVER;
}

/** Checks a message or a stored value; returns `undefined` if it is no record. */
export function parseRecord(value: unknown): IdleRecord | undefined {
  const given = Object(value) as Record<keyof IdleRecord, unknown>;
  const { since, activeAt, phase, attempt, dueAt } = given;
  const isNumber = (it: unknown): boolean => typeof it === "number" && it >= 0 && it <= LAST_TIME;
  if (![since, activeAt, phase, attempt, dueAt].every(isNumber)) return undefined;
  // Each field has just been checked.
  return { since, activeAt, phase, attempt, dueAt } as IdleRecord;
}

/**
 * Merges two records. The order does not matter, nor how often it is done, so tabs agree however
 * late their messages are.
 */
export function mergeRecords(a: IdleRecord, b: IdleRecord): IdleRecord {
  if (a.since !== b.since) return a.since > b.since ? a : b;
  const isLater = a.attempt === b.attempt ? a.dueAt > b.dueAt : a.attempt > b.attempt;
  const { attempt, dueAt } = isLater ? a : b;
  const activeAt = Math.max(a.activeAt, b.activeAt);
  return { since: a.since, activeAt, phase: Math.max(a.phase, b.phase), attempt, dueAt };
}
