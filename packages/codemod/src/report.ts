import type { RuleName } from "./look/rules.ts";

/** A file that changes. Paths are relative to the app's folder, with forward slashes. */
export interface Change {
  path: string;
  /** Its new path, if it moves. */
  movesTo?: string;
  before: string;
  after: string;
}

/** A place to look at. */
export interface Finding {
  path: string;
  line: number;
  rule: RuleName;
}

/** A file, or a part of one, that was skipped, and why. */
export interface Skipped {
  path: string;
  line?: number;
  reason: string;
}

/** The result of a run for an app. */
export interface Report {
  changes: Change[];
  findings: Finding[];
  skipped: Skipped[];
}
