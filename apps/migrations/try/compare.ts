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
  };
}

/** Says whether the move has broken nothing. */
export function isUnbroken({ broken, lost }: Comparison): boolean {
  return broken.length === 0 && lost.length === 0;
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
