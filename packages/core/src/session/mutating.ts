import { applyAnswer, invalidateRead } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import type { Settlement } from "./event.ts";
import { shareSession } from "./identity.ts";
import { NO_HANDOVER } from "./state/handover.ts";
import { forceRead, rescheduleRead, scheduleRead } from "./state/next-read.ts";
import { BEGINNING, nextStamp } from "./state/stamp.ts";

/** A mutation of this tab begins: no read that was asked before it may be applied after it. */
export const startMutation: Handler<"mutationStarted"> = (draft, { isUpdate }) => {
  const { mutations } = draft;
  rescheduleRead(draft);
  invalidateRead(draft, !isUpdate);
  // Two at once: what is read by either may be older than the other.
  if (draft.peers.mutations.length) scheduleRead(draft, "mutation");
  draft.handover = NO_HANDOVER;
  mutations.pending += 1;
  if (!isUpdate) mutations.pendingAuth += 1;
  mutations.newest = nextStamp(draft);
  mutations.own = mutations.newest;
  draft.effects.push(["announce", "mutating"]);
};

/**
 * Whether an answer does not show what was sent: next-auth v4 answers with the values from before, and
 * has the new ones at the next read.
 */
function showsNothingNew({ cache, options }: Draft, { answer, hasData }: Settlement): boolean {
  if (!answer || !hasData) return false;
  // What a schema makes of it is another object each time.
  const { session = null, serverSession } = answer;
  const before = serverSession ? cache.serverSession : cache.session;
  return before === shareSession(before, serverSession ?? session, options.identify);
}

/** A mutation of this tab is over; its end has a place in the order, like its start. */
export const settleMutation: Handler<"mutationSettled"> = (draft, settlement) => {
  const { isUpdate, answer, hasChanged } = settlement;
  const { mutations, nextRead, effects } = draft;
  const needsRead = settlement.needsRead || showsNothingNew(draft, settlement);
  mutations.pending -= 1;
  if (!isUpdate) mutations.pendingAuth -= 1;
  const { own } = mutations;
  const isNewest = own === mutations.newest;
  // A read is planned when another tab's mutation is heard of meanwhile.
  const isAlone = isNewest && nextRead.plan.type === "none";
  if (answer) {
    effects.push(["announce", "answer"]);
    // As of its start: another tab may have signed in since, and its answer is not to be overruled.
    applyAnswer(draft, answer, own ?? BEGINNING);
  }
  // Of two that overlap, only the server can tell which came last.
  if (needsRead || (answer && !isAlone)) forceRead(draft);
  // A little later than now: a read of another tab, asked in the same instant, may be older.
  mutations.newest = nextStamp(draft) + 1;
  const isOwn = mutations.pending ? isNewest : isAlone && answer;
  mutations.own = isOwn ? mutations.newest : null;
  if (answer || mutations.pending) return;
  const willRead = nextRead.plan.type === "forced";
  // The answer of a read that is due tells it all, unless the page is left for another before, or the
  // read has to wait for a tab that waits for this one.
  const isConcludedByRead =
    (needsRead || (willRead && !hasChanged)) && !draft.peers.mutations.length;
  if (isConcludedByRead) mutations.areConcludedByRead = true;
  else effects.push(["announce", hasChanged || willRead ? "changed" : "unchanged"]);
};
