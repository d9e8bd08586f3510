import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignOut } from "../api/sign-out.ts";
import type { Verdict } from "../api/verdict.ts";
import { SignInError } from "../errors.ts";
import { isSameUser } from "../session/identity.ts";
import type { SessionState } from "../session/state.ts";
import type { SignOutOptions, SignOutResponse } from "../types/sign-in.ts";
import {
  mutate,
  mutateAndVisit,
  postWithCsrfToken,
  renew,
  UNCERTAIN,
  type Settle,
} from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

const NOBODY = { session: null, lifetimeMs: Infinity, isServerClock: false };

/** Posts the sign-out. @throws SignInError `refused` */
async function requestSignOut(
  context: MutationContext,
  target: string,
  settle: Settle,
): Promise<Verdict> {
  const token = await fetchCsrfToken(context.http);
  settle(UNCERTAIN);
  const verdict = await postWithCsrfToken(context, token, (csrfToken) =>
    postSignOut(context.http, csrfToken, target),
  );
  if (verdict.ok) return verdict;
  throw new SignInError("refused", { about: verdict.error, status: verdict.status });
}

/**
 * Asks the server whether the sign-out has stayed. The late answer to a page that could not be told
 * of it may have set the cookie again; then it is posted once more. What cannot be confirmed is taken
 * at the server's word.
 */
export async function confirmSignOut(
  context: MutationContext,
  previous: SessionState["session"],
  target: string,
  start?: Promise<void>,
): Promise<void> {
  const { mutation: signedOutAt } = context.get();
  const isOver = mutate(context, false, async (settle) => {
    await start;
    const answer = await renew(context, context.fetchSession);
    settle({ answer });
    const { mutation, ownMutation, heldBack, options } = context.get();
    const { identify } = options;
    const isRevived = previous && isSameUser(answer.session, previous, identify);
    // A busy tab may hear only now that the same user has signed in again.
    const isBack =
      heldBack &&
      heldBack.mutation > signedOutAt &&
      isSameUser(heldBack.session, previous, identify);
    // Unless somebody has signed in meanwhile.
    if (!isRevived || isBack || mutation !== ownMutation) return;
    await requestSignOut(context, target, settle);
    settle({ answer: NOBODY });
  });
  await isOver.catch(() => {});
}

/** Signs out; see `SessionClient.signOut`. */
export async function signOut(
  context: MutationContext,
  options: SignOutOptions = {},
): Promise<SignOutResponse | undefined> {
  const { session } = context.get();
  const outcome = await mutateAndVisit(
    context,
    options,
    async (target, stays, settle) => {
      const verdict = await requestSignOut(context, target, settle);
      if (!stays) context.leave();
      settle({ answer: NOBODY });
      return verdict;
    },
    (target) => confirmSignOut(context, session, target),
  );
  // With `redirect: false` a verdict always has an address.
  return outcome && { url: outcome.url as string };
}
