import type { Settlement } from "../session/event.ts";
import type { SessionPort } from "./ports.ts";

/** Sets the outcome that the mutation has if it ends now. */
export type Settle = (settlement: Settlement) => void;

/**
 * The outcome while a request is under way. Without its answer only a read can tell what the server
 * has.
 */
export const UNCERTAIN: Settlement = { needsRead: true };

/**
 * Runs a mutation: starts it, notes what is certain so far, and settles it. No tab applies a read
 * that started before it.
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

/**
 * Runs requests that may set the cookie. The next sign-in or sign-out of any tab aborts them, so
 * that they do not set the cookie again.
 */
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
