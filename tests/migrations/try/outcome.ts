/** What one check has shown of one copy of an app. */
export interface Outcome {
  /** The names of what held: tests, steps of a user, the build. */
  passed: string[];
  /** What did not hold. */
  failed: Failure[];
}

/** One fault. */
export interface Failure {
  /** The same in both copies, where the fault is the same: it has no path of the machine in it. */
  name: string;
  /** What the tool said. */
  text: string;
}

/** How a check of an app went before and after the move. */
export interface Comparison {
  /** How many things held before and after. */
  kept: number;
  /** What fails after the move only. */
  broken: Failure[];
  /** What held before the move, and was not seen again: its test file did not load, say. */
  lost: string[];
  /** What failed before the move only. */
  mended: string[];
  /** What fails in both, and so is not the move's. */
  known: string[];
  /** What was seen before the move, if nothing held then: there is nothing to hold the move against. */
  uncompared?: string;
}
