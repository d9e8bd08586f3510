import { SessionFetchError } from "../errors.ts";
import type { Announcement } from "./announcement.ts";
import { applyAnswer, applyFailure, invalidateRead, scheduleReadForPeer } from "./applying.ts";
import type { Draft } from "./effect.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { decideMerge } from "./merge-rule.ts";
import { isFresh, LOCK_FREE_MS } from "./refetch-policy.ts";
import { FORCED } from "./state.ts";

/** All tabs back off together. */
export function applyPeerFailure(
  draft: Draft,
  { code = "network", status, failures, readAt }: Announcement,
): void {
  applyFailure(draft, new SessionFetchError(code, { status }), failures, readAt);
}

/** Makes a peer's answer what is known. @returns whether another user is signed in by it */
function adopt(draft: Draft, news: Announcement): boolean {
  const { session = null, serverSession, mutation, stamp, expiresAt, isExpiryFromServer } = news;
  const user = draft.session ?? draft.leftUser;
  const lifetimeMs = expiresAt - draft.now;
  const answer = { session, serverSession, lifetimeMs, isServerClock: isExpiryFromServer };
  applyAnswer(draft, answer, stamp);
  draft.mutation = Math.max(mutation, draft.mutation);
  if (!session) draft.leftUser = user;
  // Its end, too, is only a peer's word.
  draft.isPeerRead = true;
  return !!user && !!session && !isSameUser(user, draft.session, draft.options.identify);
}

/** A peer has an answer: it is made what is known, or the server is asked which of the two is right. */
export function mergeAnswer(draft: Draft, news: Announcement): void {
  const { session = null, mutation, stamp, failures } = news;
  const { now, mutating, peerMutations, reading, readAt, readConcludesMutation } = draft;
  const decision = decideMerge({
    isLater: stamp > draft.stamp,
    isInformed: stamp >= draft.mutation,
    knowsMore: mutation > draft.mutation,
    isMutating: mutating > 0 || peerMutations.length > 0,
    isFromServer: !!draft.isFromServer,
    // By `getSession()`, or a page that is back.
    isReadingLater: readAt === FORCED && reading > stamp,
    isNews: draft.session !== shareSession(draft.session, session, draft.options.identify),
  });
  if (decision === "adoptAndGoOnReading") {
    adopt(draft, news);
    Object.assign(draft, { reading, readAt, readConcludesMutation } satisfies Partial<Draft>);
  } else if (decision === "adopt") {
    invalidateRead(draft);
    const isOtherUser = adopt(draft, news);
    if (failures) applyPeerFailure(draft, news);
    else if (!isFresh(draft)) scheduleReadForPeer(draft, now);
    // That another user is signed in is worth asking the server itself.
    else if (isOtherUser) scheduleReadForPeer(draft, now + LOCK_FREE_MS);
  } else if (decision !== "ignore") {
    if (decision === "defer") draft.deferredAnswer = news;
    // Not at once: the peer still has the lock, and who is denied it asks much later.
    scheduleReadForPeer(draft, now + LOCK_FREE_MS);
  }
}
