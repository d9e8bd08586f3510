import type { Lane, SerialQueue } from "../../mutations/create-serial-queue.ts";
import type { MutationPorts } from "../../mutations/ports.ts";
import type { SignInResponse } from "../../types/sign-in.ts";

/**
 * Is called when a sign-in starts, and returns what is to be called at its end: with `false` if the
 * sign-in has failed, else with `true`, also if the page goes elsewhere.
 */
export type SignInObserver = (id: string, isPopup: boolean) => (isAccepted: boolean) => void;

/** Returns the provider of a request in the serial queue; nothing if it is no sign-in. */
function providerOf(lane: Lane, request: readonly unknown[]): string | undefined {
  // The requests are those of `signIn` and `signInByPopup`. A ceremony is followed by a sign-in.
  const [first, second] = request;
  const id = lane === "popup" ? first : lane === "mutation" && first === "in" ? second : undefined;
  return typeof id === "string" && id ? id : undefined;
}

/**
 * Calls the observer for each sign-in of a client, whichever function has started it, until the
 * returned function is called.
 */
export function observeSignIns(ports: MutationPorts, observer: SignInObserver): () => void {
  // The ports are read-only for mutations. They are one object for all copies of the store, so
  // every function that signs in passes through this queue.
  const open = ports as { enqueue: SerialQueue };
  const previous = open.enqueue;
  let isObserving = true;

  const observed: SerialQueue = (lane, request, work) => {
    const id = isObserving ? providerOf(lane, request) : undefined;
    if (!id) return previous(lane, request, work);
    return previous(lane, request, () => {
      const end = observer(id, lane === "popup");
      const outcome = work();
      // These requests resolve to the result of a sign-in; `undefined` if the page goes elsewhere.
      const isAccepted = (result: unknown): boolean => (result as SignInResponse)?.ok ?? true;
      outcome.then(
        (result) => end(isAccepted(result)),
        () => end(false),
      );
      return outcome;
    });
  };
  open.enqueue = observed;

  return () => {
    isObserving = false;
    if (open.enqueue === observed) open.enqueue = previous;
  };
}
