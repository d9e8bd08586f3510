import { fetchChallenge } from "../api/challenge.ts";
import { portsOf } from "../mutations/ports.ts";
import { fieldsOf } from "../mutations/request-sign-in.ts";
import { WAIT_SLICE_MS } from "../durations.ts";
import { isAnyTabMutating } from "../session/state/mutations.ts";
import type { SessionStore } from "../types/client.ts";
import type { SignInOptions } from "../types/sign-in.ts";
import { runInLane } from "./run-in-lane.ts";
import { workOfLane } from "./work-of-lane.ts";

/**
 * Asks `GET /webauthn-options/:provider` for a challenge, and starts no ceremony. It waits for the
 * ceremonies of `signIn`, because the server remembers one challenge for each browser, the last.
 *
 * @param id the id of the server's WebAuthn provider
 * @param options the options of the sign-in that is to follow
 * @param isWanted whether the challenge is still wanted when the ceremonies are over
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
  const ports = portsOf(store);
  const { http, page, whenShown } = ports;
  const ceremonies = workOfLane(ports, "ceremony");
  while (ceremonies.size) await Promise.allSettled(ceremonies);
  return runInLane(ports, "ceremony", () =>
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
  return workOfLane(portsOf(store), "ceremony").size > 0;
}

/**
 * Resolves when no tab signs in or out, or updates the session, any more. Ceremonies and popups do
 * not count. Other tabs are waited for no longer than the client's `mutationTimeoutMs`.
 *
 * @throws TypeError if `store` is not a session store
 */
export async function untilMutationsEnd<S>(store: SessionStore<S>): Promise<void> {
  const ports = portsOf(store);
  const { session, page, mutationTimeoutMs } = ports;
  const work = workOfLane(ports, "mutation");
  const isFree = (state = session.get()): boolean => !isAnyTabMutating(state);
  for (let leftMs = mutationTimeoutMs; ; leftMs -= WAIT_SLICE_MS) {
    while (work.size) await Promise.allSettled(work);
    if (isFree() || leftMs <= 0) return;
    await session.until(isFree, WAIT_SLICE_MS);
    // What that mutation has changed is about to be known.
    await page.pause();
  }
}
