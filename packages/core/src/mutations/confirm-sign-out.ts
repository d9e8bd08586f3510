import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignOut } from "../api/sign-out.ts";
import { PEER_MUTATION_MS } from "../session/durations.ts";
import { isSignOutUndone } from "../session/is-sign-out-undone.ts";
import { isPeerAuthenticating } from "../session/state/peers.ts";
import type { SessionBase } from "../types/session.ts";
import { abortable, mutate, UNCERTAIN } from "./mutate.ts";
import type { MutationPorts } from "./ports.ts";

/**
 * The most posts of a confirmation. The server refuses a token if another tab's request has
 * replaced its cookie, so a second post may be needed.
 */
const MOST_POSTS = 2;

/**
 * Confirms a sign-out: reads the session, and posts the sign-out again if the user is signed in
 * again. What cannot be confirmed is left as the server has it.
 *
 * @param signedOutUser the session before the sign-out
 * @param start what to wait for first, while no peer reads
 */
export async function confirmSignOut(
  { session, http }: MutationPorts,
  signedOutUser: SessionBase | null | undefined,
  target: string,
  start?: Promise<void>,
): Promise<void> {
  const { newest: signedOutAt } = session.get().mutations;
  // The cookie that a read would bring back may be the one that a peer removes meanwhile.
  await session.until((state) => !isPeerAuthenticating(state), PEER_MUTATION_MS);
  // What a peer has done since counts. Its own confirmation or read tells the outcome.
  if (session.get().mutations.newest !== signedOutAt) return session.untilSettled();
  const confirmation = mutate(session, false, async (settle) => {
    await start;
    for (let posts = 0; posts <= MOST_POSTS; posts += 1) {
      const answer = await abortable(session, session.fetchSession);
      settle({ answer });
      const isUndone = isSignOutUndone(session.get(), signedOutUser, signedOutAt, answer.session);
      if (posts === MOST_POSTS || !isUndone) return;
      settle(UNCERTAIN);
      // The next read tells the outcome.
      await postSignOut(http, await fetchCsrfToken(http), target);
    }
  });
  await confirmation.catch(() => {});
}
