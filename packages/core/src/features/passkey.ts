import { fetchChallenge } from "../api/passkey.ts";
import type { Lane } from "../mutations/create-serial-queue.ts";
import { portsOf } from "../mutations/ports.ts";
import { fieldsOf } from "../mutations/request-sign-in.ts";
import type { SessionStore } from "../types/client.ts";
import type { SignInOptions } from "../types/sign-in.ts";

/** How many turns this module has asked for. No two of them are equal. */
let turns = 0;

function takeTurn<S, T>(store: SessionStore<S>, lane: Lane, work: () => Promise<T>): Promise<T> {
  turns += 1;
  return portsOf(store).enqueue(lane, ["passkey", turns], work);
}

function isBusy<S>(store: SessionStore<S>, lane: Lane): boolean {
  let isFree = false;
  // The queue starts the work at once if nothing else is in the lane.
  void takeTurn(store, lane, async () => {
    isFree = true;
  });
  return !isFree;
}

/**
 * Asks `GET /webauthn-options/:provider` for a challenge, and starts no ceremony. It waits for the
 * ceremonies of `signIn`, because the server remembers one challenge for each browser, the last.
 *
 * @param id the id of the server's WebAuthn provider
 * @param options the options of the sign-in that is to follow
 * @param isWanted whether the challenge is still wanted when it is its turn
 * @returns the response; `undefined` if it was not wanted any more, or a sign-out leaves the page
 * @throws SessionFetchError
 * @throws TypeError if `store` is not a session store
 * @see https://authjs.dev/getting-started/providers/passkey
 */
export async function getPasskeyChallenge<S>(
  store: SessionStore<S>,
  id: string,
  options: SignInOptions = {},
  isWanted: () => boolean = () => true,
): Promise<unknown> {
  const { http, page, whenShown } = portsOf(store);
  return takeTurn(store, "ceremony", () =>
    whenShown(async () => {
      if (page.isLeaving() || !isWanted()) return undefined;
      return fetchChallenge(http, id, fieldsOf(options));
    }),
  );
}

/**
 * Whether this tab's client performs a ceremony of `signIn`, or is about to.
 *
 * @throws TypeError if `store` is not a session store
 */
export function isCeremonyUnderWay<S>(store: SessionStore<S>): boolean {
  return isBusy(store, "ceremony");
}

/**
 * Resolves when this tab's client performs no sign-in or sign-out any more. Ceremonies and popups do
 * not count.
 *
 * @throws TypeError if `store` is not a session store
 */
export async function untilMutationsEnd<S>(store: SessionStore<S>): Promise<void> {
  while (isBusy(store, "mutation")) await takeTurn(store, "mutation", async () => {});
}
