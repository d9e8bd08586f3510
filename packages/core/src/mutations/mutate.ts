import type { Settlement } from "../session/event.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Is told what the mutation would leave behind if it ended now. */
export type Settle = (settlement: Settlement) => void;

/** A request is on its way, and without its answer only a read can tell what the server holds. */
export const UNCERTAIN: Settlement = { needsRead: true };

/** Runs a mutation between its two events, so that no tab applies a read that was asked before it. */
export async function mutate<T>(
  { send }: MutationContext,
  isUpdate: boolean,
  run: (settle: Settle) => Promise<T>,
): Promise<T> {
  let settlement: Settlement = {};
  send({ type: "mutationStarted", isUpdate });
  try {
    return await run((next) => {
      settlement = next;
    });
  } finally {
    send({ type: "mutationSettled", isUpdate, ...settlement });
  }
}

/** Makes requests that the next sign-in or sign-out of any tab aborts, lest they set the cookie again. */
export async function abortable<T>(
  { abortableRequests }: MutationContext,
  run: (controller: AbortController) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  abortableRequests.add(controller);
  try {
    return await run(controller);
  } finally {
    abortableRequests.delete(controller);
  }
}
