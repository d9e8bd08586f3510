import type { RuleName } from "./look/rules.ts";

/** A file that changes. Paths are relative to the app's folder, with forward slashes. */
export interface Change {
  path: string;
  /** Where it goes, if it moves. */
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

/** A file, or a part of one, that was left alone, and why. */
export interface Skipped {
  path: string;
  line?: number;
  reason: string;
}

/** What a run has found out about an app. */
export interface Report {
  changes: Change[];
  findings: Finding[];
  skipped: Skipped[];
}
