import type { SessionFetchError } from "../../errors.ts";

/** The failures since the last answer. */
export interface Failure {
  /** Why the last read failed, or `null` if that is not shown. */
  readonly error: SessionFetchError | null;
  /** How many reads have failed in a row. */
  readonly count: number;
  /** Whether a return of the user has already caused an early retry during a long wait. */
  readonly hasRetriedEarly: boolean;
}

/** The failure part while nothing has failed. */
export const NO_FAILURE: Failure = { error: null, count: 0, hasRetriedEarly: false };
