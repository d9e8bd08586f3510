import type { Handler } from "./effect.ts";
import { drop, know } from "./knowing.ts";
import { FORCED, nextStamp } from "./state.ts";

/** A mutation of this tab begins: no read that was asked before it may be applied after it. */
export const startMutation: Handler<"mutationStarted"> = (draft, { isUpdate }) => {
  drop(draft, !isUpdate);
  draft.mutating += 1;
  draft.mutation = nextStamp(draft);
  draft.effects.push(["announce", isUpdate ? "updating" : "mutating"]);
};

/** A mutation of this tab is over; its end has a place in the order, like its start. */
export const settleMutation: Handler<"mutationSettled"> = (draft, settlement) => {
  const { answer, needsRead, hasChanged } = settlement;
  draft.mutating -= 1;
  draft.mutation = nextStamp(draft);
  if (answer) know(draft, answer, draft.mutation);
  if (needsRead) draft.readAt = FORCED;
  if (answer) draft.effects.push(["announce", "answer"]);
  else if (!needsRead) draft.effects.push(["announce", hasChanged ? "changed" : "unchanged"]);
};
