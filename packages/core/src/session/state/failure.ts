import type { SessionFetchError } from "../../errors.ts";

/** What went wrong since the last answer. */
export interface Failure {
  /** Why the last read failed, once that is worth showing. */
  readonly error: SessionFetchError | null;
  /** How many reads have failed in a row. */
  readonly count: number;
  /** Whether the user has already broken a long wait for the next try, by coming back. */
  readonly hasRetriedEarly: boolean;
}

/** Nothing has gone wrong. */
export const NO_FAILURE: Failure = { error: null, count: 0, hasRetriedEarly: false };
