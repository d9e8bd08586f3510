/** What to do with the answer of a peer. */
export type MergeDecision =
  /** Apply it, and invalidate a read under way. */
  | "apply"
  /** Apply it, and continue the read under way, which has a later stamp. */
  | "applyAndKeepReading"
  /** Keep it, because a mutation is under way. Read when the mutation has ended. */
  | "defer"
  /** Read, because only the server can tell which of the two answers is right. */
  | "ask"
  /** Do nothing. It says nothing new, or it is outdated. */
  | "ignore";

/** The facts that decide which of two answers wins. */
export interface MergeFacts {
  /** The peer's answer has a later stamp than this tab's. */
  readonly isLater: boolean;
  /** The peer has read after the newest mutation that this tab knows of. */
  readonly isInformed: boolean;
  /** The peer knows of a mutation that this tab does not know of. */
  readonly knowsMore: boolean;
  /** A mutation of this tab or of a peer is under way. */
  readonly isMutating: boolean;
  /** This tab's session was brought by a request, and not by a rendered page. */
  readonly isFromServer: boolean;
  /** A forced read is under way that has a later stamp than the peer's answer. */
  readonly isReadingLater: boolean;
  /** The peer's session differs from this tab's. */
  readonly isOtherSession: boolean;
}

/** Decides which of two answers wins: this tab's, or that of a peer. */
export function decideMerge(facts: MergeFacts): MergeDecision {
  const { isLater, isInformed, knowsMore, isMutating, isFromServer } = facts;
  if (isLater && isInformed && !isMutating) {
    return facts.isReadingLater ? "applyAndKeepReading" : "apply";
  }
  // The remaining conflicts are: a rendered page against the cache of a peer; two mutations at
  // once; or a read that overlapped a mutation and has set the cookie again.
  const isOutdated = isFromServer && isInformed && !isLater && !knowsMore;
  if (!facts.isOtherSession || isOutdated) return "ignore";
  return isMutating ? "defer" : "ask";
}
