import type { Handler } from "./effect.ts";
import { shareSession } from "./identity.ts";
import {
  applyAnswer,
  forceRead,
  invalidateRead,
  rescheduleRead,
  scheduleRead,
} from "./applying.ts";
import { FORCED, nextStamp } from "./state.ts";

/** A mutation of this tab begins: no read that was asked before it may be applied after it. */
export const startMutation: Handler<"mutationStarted"> = (draft, { isUpdate }) => {
  rescheduleRead(draft);
  invalidateRead(draft, !isUpdate);
  // Two at once: what is read by either may be older than the other.
  if (draft.peerMutations.length) scheduleRead(draft, draft.now);
  draft.mutating += 1;
  draft.handedOver = undefined;
  if (!isUpdate) draft.pendingAuth += 1;
  draft.mutation = nextStamp(draft);
  draft.ownMutation = draft.mutation;
  draft.effects.push(["announce", "mutating"]);
};

/** A mutation of this tab is over; its end has a place in the order, like its start. */
export const settleMutation: Handler<"mutationSettled"> = (draft, settlement) => {
  const { isUpdate, answer, hasData, hasChanged } = settlement;
  const { session, options } = draft;
  // next-auth v4 answers with the values from before, and has the new ones at the next read.
  // What a schema makes of it is another object each time.
  const before = answer?.serverSession ? draft.serverSession : session;
  const after = answer?.serverSession ?? answer?.session ?? null;
  const isUnmoved = hasData && answer && before === shareSession(before, after, options.identify);
  const needsRead = settlement.needsRead || isUnmoved;
  draft.mutating -= 1;
  if (!isUpdate) draft.pendingAuth -= 1;
  const { readAt, mutation, ownMutation, effects } = draft;
  const isNewest = ownMutation === mutation;
  // A read is planned when another tab's mutation is heard of meanwhile.
  const isAlone = isNewest && readAt === Infinity;
  if (answer) {
    effects.push(["announce", "answer"]);
    // As of its start: another tab may have signed in since, and its answer is not to be overruled.
    applyAnswer(draft, answer, ownMutation);
  }
  // Of two that overlap, only the server can tell which came last.
  if (needsRead || (answer && !isAlone)) forceRead(draft);
  // A little later than now: a read of another tab, asked in the same instant, may be older.
  draft.mutation = nextStamp(draft) + 1;
  const isOwn = draft.mutating ? isNewest : isAlone && answer;
  draft.ownMutation = isOwn ? draft.mutation : 0;
  const willRead = draft.readAt === FORCED;
  // The answer of a read that is due tells it all, unless the page is left for another before, or the
  // read has to wait for a tab that waits for this one.
  const readConcludesMutation =
    (needsRead || (willRead && !hasChanged)) && !draft.peerMutations.length;
  if (answer || draft.mutating) return;
  if (readConcludesMutation) draft.readConcludesMutation = true;
  else effects.push(["announce", hasChanged || willRead ? "changed" : "unchanged"]);
};
