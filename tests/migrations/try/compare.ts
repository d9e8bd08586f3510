import type { Comparison, Failure, Outcome } from "./outcome.ts";

/** Compares what a check has shown before and after the move, fault by fault. */
export function compare(before: Outcome, after: Outcome): Comparison {
  const failedBefore = count(before.failed);
  const failedAfter = count(after.failed);
  const seenAfter = new Set([...after.passed, ...failedAfter.keys()]);
  const passedAfter = new Set(after.passed);

  return {
    kept: before.passed.filter((name) => passedAfter.has(name)).length,
    broken: beyond(after.failed, failedBefore),
    lost: before.passed.filter((name) => !seenAfter.has(name)),
    mended: beyond(before.failed, failedAfter).map(({ name }) => name),
    known: before.failed.map(({ name }) => name).filter((name) => failedAfter.has(name)),
    ...(before.passed.length === 0 && { uncompared: reasonOf(before) }),
  };
}

/** Says whether the move has broken nothing. */
export function isUnbroken({ broken, lost }: Comparison): boolean {
  return broken.length === 0 && lost.length === 0;
}

/**
 * The conclusion of a check. Where nothing held before, nothing is said of the move; but what is new is
 * told as such, be it that an error came to others.
 */
export function conclusionOf(comparison: Comparison): "as before" | "BROKEN" | "not compared" {
  if (!isUnbroken(comparison)) return "BROKEN";
  return comparison.uncompared === undefined ? "as before" : "not compared";
}

/** How a run ends: with 1 if the move broke something, with 2 if no check compared anything. */
export function exitCodeOf(comparisons: Comparison[]): 0 | 1 | 2 {
  const conclusions = comparisons.map(conclusionOf);
  if (conclusions.includes("BROKEN")) return 1;
  return conclusions.includes("as before") ? 0 : 2;
}

function reasonOf({ failed }: Outcome): string {
  return failed[0]?.text ?? "there was nothing to see";
}

function count(failures: Failure[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of failures) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The failures that another run does not have, or has less often: a line can have one error twice. */
function beyond(failures: Failure[], others: Map<string, number>): Failure[] {
  const left = new Map(others);
  return failures.filter(({ name }) => {
    const known = left.get(name) ?? 0;
    left.set(name, known - 1);
    return known <= 0;
  });
}
