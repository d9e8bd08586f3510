import type { SessionBase } from "../types/session.ts";
import { isSameUser } from "./identity.ts";
import type { Stamp } from "./state/stamp.ts";
import type { SessionState } from "./state/state.ts";

/**
 * Whether a sign-out is undone: the late answer to a page that did not receive the announcement may
 * have set the cookie again. A user who has signed in since, in any tab, must not be signed out.
 *
 * @param signedOutUser the session before the sign-out
 * @param signedOutAt the stamp of the newest mutation when the sign-out ended
 * @param current what the server says now
 */
export function isSignOutUndone(
  { mutations, peers, options }: SessionState,
  signedOutUser: SessionBase | null | undefined,
  signedOutAt: Stamp,
  current: SessionBase | null,
): boolean {
  const { identify } = options;
  const { deferredAnswer } = peers;
  if (!signedOutUser || !isSameUser(current, signedOutUser, identify)) return false;
  // A busy tab may receive late that the same user has signed in again.
  const hasSignedInAgain =
    deferredAnswer &&
    deferredAnswer.mutation > signedOutAt &&
    isSameUser(deferredAnswer.session, signedOutUser, identify);
  return !hasSignedInAgain && mutations.own === mutations.newest;
}
