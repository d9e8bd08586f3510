import { applyAnswer, invalidateRead } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import type { Settlement } from "./event.ts";
import { isSameSession } from "./identity.ts";
import { NO_HANDOVER } from "./state/handover.ts";
import { forceRead, rescheduleRead, scheduleRead } from "./state/next-read.ts";
import { BEGINNING, nextStamp } from "./state/stamp.ts";

/** Starts a mutation of this tab. No read with an earlier stamp may be applied after it. */
export const startMutation: Handler<"mutationStarted"> = (draft, { isUpdate }) => {
  const { mutations } = draft;
  rescheduleRead(draft);
  invalidateRead(draft, !isUpdate);
  // Two mutations overlap. A read during one of them may be older than the other.
  if (draft.peers.mutations.length) scheduleRead(draft, "mutation");
  draft.handover = NO_HANDOVER;
  mutations.pending += 1;
  if (!isUpdate) mutations.pendingAuth += 1;
  mutations.newest = nextStamp(draft);
  mutations.own = mutations.newest;
  draft.effects.push(["announce", "mutating"]);
};

/**
 * Whether an answer does not contain the data that was sent. next-auth v4 answers with the previous
 * values, and returns the new ones on the next read.
 */
function lacksSentData({ cache }: Draft, { answer, hasData }: Settlement): boolean {
  if (!answer || !hasData) return false;
  // A schema creates a new object each time. So compare the server sessions.
  const { session, serverSession } = answer;
  const before = serverSession ? cache.serverSession : cache.session;
  return isSameSession(before, serverSession ?? session);
}

/** Settles a mutation of this tab. Its end has a stamp, like its start. */
export const settleMutation: Handler<"mutationSettled"> = (draft, settlement) => {
  const { isUpdate, answer, hasChanged } = settlement;
  const { mutations, nextRead, effects } = draft;
  const needsRead = settlement.needsRead || lacksSentData(draft, settlement);
  mutations.pending -= 1;
  if (!isUpdate) mutations.pendingAuth -= 1;
  const { own } = mutations;
  const isNewest = own === mutations.newest;
  // A peer mutation that was announced meanwhile has scheduled a read.
  const isAlone = isNewest && nextRead.schedule.type === "none";
  if (answer) {
    effects.push(["announce", "answer"]);
    // The answer has the stamp of the mutation's start. A peer may have signed in since, and this
    // answer must not replace that peer's.
    applyAnswer(draft, answer, own ?? BEGINNING);
  }
  // Of two mutations that overlap, only the server can tell which came last.
  if (needsRead || (answer && !isAlone)) forceRead(draft);
  // The stamp is a little later than now, because a read that a peer has started in the same
  // instant may be older.
  mutations.newest = nextStamp(draft) + 1;
  const isOwn = mutations.pending ? isNewest : isAlone && answer;
  mutations.own = isOwn ? mutations.newest : null;
  if (answer || mutations.pending) return;
  const willRead = nextRead.schedule.type === "forced";
  // The answer of the read that follows tells the peers the outcome. It cannot if the page is left
  // before it, or if the read has to wait for a peer that waits for this tab.
  const isConcludedByRead =
    (needsRead || (willRead && !hasChanged)) && !draft.peers.mutations.length;
  if (isConcludedByRead) mutations.areConcludedByRead = true;
  else effects.push(["announce", hasChanged || willRead ? "changed" : "unchanged"]);
};
