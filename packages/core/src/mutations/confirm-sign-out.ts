import { fetchCsrfToken } from "../api/csrf.ts";
import { toForm } from "../api/form.ts";
import { isSameUser } from "../session/identity.ts";
import type { SessionState } from "../session/state/state.ts";
import type { SessionBase } from "../types/session.ts";
import { mutate, abortable, UNCERTAIN } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Another tab's request may replace the cookie that a token belongs to, and the server then refuses. */
const MOST_POSTS = 2;

/** `POST /signout`, of which the next read tells what it has led to. */
async function postAgain({ http }: MutationContext, target: string): Promise<void> {
  const csrfToken = await fetchCsrfToken(http);
  await http("signout", undefined, toForm({ csrfToken, callbackUrl: target, json: true }));
}

/**
 * Asks the server whether the sign-out has stayed. The late answer to a page that could not be told
 * of it may have set the cookie again; then it is posted once more. What cannot be confirmed is taken
 * at the server's word.
 */
export async function confirmSignOut(
  context: MutationContext,
  previous: SessionState["cache"]["session"],
  target: string,
  start?: Promise<void>,
): Promise<void> {
  const { newest: signedOutAt } = context.get().mutations;

  /** Whether somebody else's cookie is there, and nobody has signed in since. */
  function isRevived(session: SessionBase | null): boolean {
    const { mutations, peers, options } = context.get();
    const { deferredAnswer } = peers;
    const { identify } = options;
    if (!previous || !isSameUser(session, previous, identify)) return false;
    // A busy tab may hear only now that the same user has signed in again.
    const isBack =
      deferredAnswer &&
      deferredAnswer.mutation > signedOutAt &&
      isSameUser(deferredAnswer.session, previous, identify);
    return !isBack && mutations.own === mutations.newest;
  }

  const isOver = mutate(context, false, async (settle) => {
    await start;
    for (let posts = 0; posts <= MOST_POSTS; posts += 1) {
      const answer = await abortable(context, context.fetchSession);
      settle({ answer });
      if (posts === MOST_POSTS || !isRevived(answer.session)) return;
      settle(UNCERTAIN);
      await postAgain(context, target);
    }
  });
  await isOver.catch(() => {});
}
