/** So many refreshes may follow one another at once. */
const MOST_IN_ROW = 5;

/**
 * A change within this time after a refresh may come from that refresh, and continues the row. In
 * milliseconds.
 */
export const ROW_MS = 10_000;

/** What to do about a change: refresh now, refresh once when the row is over, or do not refresh. */
export type RefreshDecision = "now" | "later" | "never";

/**
 * Creates a function that decides about one change after the other, so that a refresh that causes
 * the next change is not called without end. After five in a row, one more is held back until the
 * row is over: a user may change much in a short time. If that one is followed by a change, too,
 * the row ends.
 */
export function createRefreshLimit(): (now: number) => RefreshDecision {
  let inRow = 0;
  let lastAt: number | undefined;

  return (now) => {
    if (lastAt !== undefined && now - lastAt >= ROW_MS) inRow = 0;
    inRow += 1;
    if (inRow > MOST_IN_ROW + 2) return "never";
    const isHeldBack = inRow === MOST_IN_ROW + 1;
    // The refresh that is held back belongs to this row. It may not be needed any more by then.
    lastAt = isHeldBack ? now + ROW_MS : now;
    return isHeldBack ? "later" : "now";
  };
}
