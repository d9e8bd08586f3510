import type { Settlement } from "../session/event.ts";
import type { SessionPort } from "./ports.ts";

/** Is told what the mutation would leave behind if it ended now. */
export type Settle = (settlement: Settlement) => void;

/** A request is on its way, and without its answer only a read can tell what the server holds. */
export const UNCERTAIN: Settlement = { needsRead: true };

/**
 * Runs a mutation: it begins, says what is certain so far, and ends. No tab applies a read that was
 * asked for before it.
 */
export async function mutate<T>(
  { send }: SessionPort,
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
  { abortableRequests }: SessionPort,
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
