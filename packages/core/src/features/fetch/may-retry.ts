import { isSameUser } from "../../session/identity.ts";
import { isFromServer, isUnknown } from "../../session/state/cache.ts";
import { isPeerAuthenticating } from "../../session/state/peers.ts";
import type { SessionState } from "../../session/state/state.ts";

/**
 * Whether the server has confirmed the session by a read that began after this time.
 *
 * @param time of this tab's own clock
 */
export function isReadSince(state: SessionState, time: number): boolean {
  return isFromServer(state) && state.cache.stamp >= time + state.clock.skewMs;
}

/** Whether the session of now belongs to the user who was signed in when the request began. */
function hasSameUser(before: SessionState, after: SessionState): boolean {
  // The cookie may be another user's already, before this tab has the answer.
  if (after.mutations.pendingAuth || isPeerAuthenticating(after)) return false;
  if (before.cache.type === "empty") return before.mutations.newest === after.mutations.newest;
  return isSameUser(before.cache.session, after.cache.session, after.options.identify);
}

function hasChanged(before: SessionState, after: SessionState, startedAt: number): boolean {
  // The request has had the cookie of an older session, which this tab only did not know.
  if (before.cache.type === "empty") return isReadSince(after, startedAt);
  return (
    before.cache.session !== after.cache.session ||
    before.cache.serverSession !== after.cache.serverSession ||
    before.expiry.expires !== after.expiry.expires
  );
}

/**
 * Whether a refused request may succeed if it is sent once more: the same user is signed in with a
 * session that has changed.
 *
 * @param before the state when the request began
 * @param startedAt when that was, by this tab's own clock
 */
export function mayRetry(before: SessionState, after: SessionState, startedAt: number): boolean {
  if (isUnknown(after) || !after.cache.session) return false;
  return hasChanged(before, after, startedAt) && hasSameUser(before, after);
}
