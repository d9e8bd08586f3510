/** What is to be done with the answer of a peer. */
export type MergeDecision =
  /** It is what is known from now on; a read under way is worthless. */
  | "adopt"
  /** The same, but the read under way was asked later still. */
  | "adoptAndGoOnReading"
  /** A mutation is under way: it is kept, and the server is asked when that is over. */
  | "defer"
  /** Only the server can tell which of the two answers is right. */
  | "ask"
  /** It says nothing new, or what has been overtaken. */
  | "ignore";

/** The facts by which one of two answers wins. */
export interface MergeFacts {
  /** The peer asked later than this tab did. */
  readonly isLater: boolean;
  /** The peer asked after the newest mutation that this tab knows of. */
  readonly isInformed: boolean;
  /** The peer knows of a mutation of which this tab does not. */
  readonly knowsMore: boolean;
  /** This tab or a peer mutates. */
  readonly isMutating: boolean;
  /** What this tab has was brought by a request, and not by a rendered page. */
  readonly isFromServer: boolean;
  /** A forced read is under way that was asked after the peer's. */
  readonly isReadingLater: boolean;
  /** The peer's session is another one than this tab's. */
  readonly isNews: boolean;
}

/** Says which of two answers wins: this tab's, or that of a peer. */
export function decideMerge(facts: MergeFacts): MergeDecision {
  const { isLater, isInformed, knowsMore, isMutating, isFromServer } = facts;
  if (isLater && isInformed && !isMutating) {
    return facts.isReadingLater ? "adoptAndGoOnReading" : "adopt";
  }
  // Else it is a rendered page against another tab's memory, two mutations at once, or a read that
  // overlapped one and has set the cookie again.
  const isOvertaken = isFromServer && isInformed && !isLater && !knowsMore;
  if (!facts.isNews || isOvertaken) return "ignore";
  return isMutating ? "defer" : "ask";
}
