import type { SessionBase } from "../types/session.ts";
import { isSameUser } from "./identity.ts";
import type { Stamp } from "./state/stamp.ts";
import type { SessionState } from "./state/state.ts";

/**
 * Whether a sign-out is undone: the late answer to a page that could not be told of it may have set the
 * cookie again. Who has signed in since, in any tab, is not to be signed out.
 *
 * @param left who was signed in before
 * @param signedOutAt the newest mutation when the sign-out was over
 * @param found what the server says now
 */
export function isSignOutUndone(
  { mutations, peers, options }: SessionState,
  left: SessionBase | null | undefined,
  signedOutAt: Stamp,
  found: SessionBase | null,
): boolean {
  const { identify } = options;
  const { deferredAnswer } = peers;
  if (!left || !isSameUser(found, left, identify)) return false;
  // A busy tab may hear only now that the same user has signed in again.
  const isBack =
    deferredAnswer &&
    deferredAnswer.mutation > signedOutAt &&
    isSameUser(deferredAnswer.session, left, identify);
  return !isBack && mutations.own === mutations.newest;
}
