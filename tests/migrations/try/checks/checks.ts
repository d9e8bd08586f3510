import type { AppSettings } from "../app.ts";
import type { Outcome } from "../outcome.ts";
import { checkBuild } from "./build.ts";
import { checkClicks } from "./clicks.ts";
import { checkTests } from "./tests.ts";
import { checkTypes } from "./types.ts";

/** All checks, in the order in which they are done: clicks need what is built. */
export const checkNames = ["types", "tests", "build", "clicks"] as const;

export type CheckName = (typeof checkNames)[number];

/** One way to look at an app. */
export interface Check {
  name: CheckName;
  /** @param folder the copy of the app */
  run(folder: string): Promise<Outcome>;
}

/** The checks that an app has something for. */
export function checksOf({ typecheck, test, build, start, clicks }: AppSettings): Check[] {
  const checks: Check[] = [];
  if (typecheck) checks.push({ name: "types", run: (folder) => checkTypes(folder, typecheck) });
  if (test) checks.push({ name: "tests", run: (folder) => checkTests(folder, test) });
  if (build) checks.push({ name: "build", run: (folder) => checkBuild(folder, build) });
  if (start && clicks) {
    checks.push({ name: "clicks", run: (folder) => checkClicks(folder, start, clicks) });
  }
  return checks;
}
