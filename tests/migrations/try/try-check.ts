import type { Check } from "./checks/checks.ts";
import { compare } from "./compare.ts";
import type { Comparison } from "./outcome.ts";

/** The two copies of an app. */
export interface Copies {
  before: string;
  after: string;
}

/**
 * Does one check in both copies.
 *
 * @param areAtOnce at once: not for an app whose tests or server have a fixed port, or depend on
 *   time. Types are always compiled at once.
 */
export async function tryCheck(
  check: Check,
  { before, after }: Copies,
  areAtOnce = false,
): Promise<Comparison> {
  if (areAtOnce || check.name === "types") {
    const [was, is] = await Promise.all([check.run(before), check.run(after)]);
    return compare(was, is);
  }
  const was = await check.run(before);
  return compare(was, await check.run(after));
}
