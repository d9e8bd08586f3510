import type { Handler } from "./effect.ts";
import { drop, know, plan } from "./knowing.ts";
import { blockedUntil } from "./refetch-policy.ts";
import { FORCED, nextStamp } from "./state.ts";

/** A mutation of this tab begins: no read that was asked before it may be applied after it. */
export const startMutation: Handler<"mutationStarted"> = (draft, { isUpdate }) => {
  drop(draft, !isUpdate);
  // Two at once: what is read by either may be older than the other.
  if (draft.now < blockedUntil(draft)) plan(draft, draft.now);
  draft.mutating += 1;
  if (!isUpdate) draft.signing += 1;
  draft.mutation = nextStamp(draft);
  draft.effects.push(["announce", "mutating"]);
};

/** A mutation of this tab is over; its end has a place in the order, like its start. */
export const settleMutation: Handler<"mutationSettled"> = (draft, settlement) => {
  const { isUpdate, answer, needsRead, hasChanged } = settlement;
  draft.mutating -= 1;
  if (!isUpdate) draft.signing -= 1;
  const { readAt, now, effects } = draft;
  if (answer) {
    effects.push(["announce", "answer"]);
    // As of its start: another tab may have signed in since, and its answer is not to be overruled.
    know(draft, answer, draft.mutation);
  }
  // Planned when another tab's was heard of meanwhile.
  if (readAt < Infinity) plan(draft, now);
  if (needsRead) draft.readAt = FORCED;
  // A little later than now: a read of another tab, asked in the same instant, may be older.
  draft.mutation = nextStamp(draft) + 1;
  // The answer of a read that is due tells it all, unless the page is left for another before.
  const isToldLater = needsRead || (draft.readAt === FORCED && !hasChanged);
  if (!answer && !isToldLater && !draft.mutating) {
    effects.push(["announce", hasChanged ? "changed" : "unchanged"]);
  }
};
