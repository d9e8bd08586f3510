import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignOut } from "../api/sign-out.ts";
import { isSignOutUndone } from "../session/sign-out-rule.ts";
import type { SessionBase } from "../types/session.ts";
import { abortable, mutate, UNCERTAIN } from "./mutate.ts";
import type { MutationPorts } from "./ports.ts";

/** Another tab's request may replace the cookie that a token belongs to, and the server then refuses. */
const MOST_POSTS = 2;

/**
 * Asks the server whether a sign-out has stayed; where it has not, it is posted once more. What cannot
 * be confirmed is taken at the server's word.
 *
 * @param left who was signed in before
 * @param start what to wait for first, while no other tab reads
 */
export async function confirmSignOut(
  { session, http }: MutationPorts,
  left: SessionBase | null | undefined,
  target: string,
  start?: Promise<void>,
): Promise<void> {
  const { newest: signedOutAt } = session.get().mutations;
  const confirmation = mutate(session, false, async (settle) => {
    await start;
    for (let posts = 0; posts <= MOST_POSTS; posts += 1) {
      const answer = await abortable(session, session.fetchSession);
      settle({ answer });
      const isUndone = isSignOutUndone(session.get(), left, signedOutAt, answer.session);
      if (posts === MOST_POSTS || !isUndone) return;
      settle(UNCERTAIN);
      // The next read tells what it has led to.
      await postSignOut(http, await fetchCsrfToken(http), target);
    }
  });
  await confirmation.catch(() => {});
}
