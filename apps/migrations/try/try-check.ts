import type { Check } from "./checks/checks.ts";
import { compare } from "./compare.ts";
import type { Comparison } from "./outcome.ts";

/** The two copies of an app. */
export interface Copies {
  before: string;
  after: string;
}

/** Does one check in both copies at once. */
export async function tryCheck(check: Check, { before, after }: Copies): Promise<Comparison> {
  const [was, is] = await Promise.all([check.run(before), check.run(after)]);
  return compare(was, is);
}
