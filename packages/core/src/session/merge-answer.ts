import { SessionFetchError } from "../errors.ts";
import type { Announcement } from "./announcement.ts";
import { applyFailure, cacheAnswer, endRead, invalidateRead } from "./applying.ts";
import type { Draft } from "./effect.ts";
import { isSameSession, isSameUser } from "./identity.ts";
import { decideMerge } from "./decide-merge.ts";
import { LOCK_FREE_MS } from "./durations.ts";
import { isFresh } from "./refetch-policy.ts";
import { isFromServer } from "./state/cache.ts";
import { stampUnderWay } from "./state/fetching.ts";
import { isAnyTabMutating } from "./state/mutations.ts";
import { clearSchedule, scheduleReadForPeer } from "./state/next-read.ts";

/** Applies a failure of a peer, so that all tabs back off together. */
export function applyPeerFailure(
  draft: Draft,
  { code = "network", status, failures, readAt }: Announcement,
): void {
  applyFailure(draft, new SessionFetchError(code, { status }), failures, readAt - draft.clock.now);
}

/**
 * Applies a peer's answer. A read under way continues.
 *
 * @returns whether another user is signed in now
 */
function applyPeerAnswer(draft: Draft, announcement: Announcement): boolean {
  const {
    session = null,
    serverSession,
    mutation,
    stamp,
    expiresAt,
    isExpiryFromServer,
  } = announcement;
  const { mutations } = draft;
  const previousUser = draft.cache.session ?? draft.cache.leftUser ?? null;
  const lifetimeMs = expiresAt - draft.clock.now;
  const answer = { session, serverSession, lifetimeMs, isServerClock: isExpiryFromServer };
  cacheAnswer(draft, answer, stamp);
  mutations.newest = Math.max(mutation, mutations.newest);
  const { cache } = draft;
  if (!session && cache.type === "filled") cache.leftUser = previousUser;
  // The expiry, too, comes from a peer only. A read that it causes counts as a read for peers.
  draft.nextRead.isForPeer = true;
  return (
    !!previousUser && !!session && !isSameUser(previousUser, cache.session, draft.options.identify)
  );
}

/** Applies a peer's answer that is the newest. This tab does not have to read. */
function applyAndInvalidate(draft: Draft, announcement: Announcement): void {
  invalidateRead(draft);
  const isOtherUser = applyPeerAnswer(draft, announcement);
  endRead(draft);
  clearSchedule(draft);
  if (announcement.failures) applyPeerFailure(draft, announcement);
  else if (!isFresh(draft)) scheduleReadForPeer(draft);
  // A change of user is confirmed by a read.
  else if (isOtherUser) scheduleReadForPeer(draft, LOCK_FREE_MS);
}

/**
 * Merges a peer's answer: applies it, or schedules a read if only the server can tell which answer is
 * right.
 */
export function mergeAnswer(draft: Draft, announcement: Announcement): void {
  const { session = null, mutation, stamp } = announcement;
  const { cache, mutations } = draft;
  const decision = decideMerge({
    isLater: stamp > cache.stamp,
    isInformed: stamp >= mutations.newest,
    knowsMore: mutation > mutations.newest,
    isMutating: isAnyTabMutating(draft),
    isFromServer: isFromServer(draft),
    // `getSession()` and a restored page force a read.
    isReadingLater: draft.nextRead.schedule.type === "forced" && stampUnderWay(draft) > stamp,
    isOtherSession: !isSameSession(cache.session, session),
  });
  if (decision === "apply") return applyAndInvalidate(draft, announcement);
  if (decision === "applyAndKeepReading") return void applyPeerAnswer(draft, announcement);
  if (decision === "ignore") return;
  if (decision === "defer") draft.peers.deferredAnswer = announcement;
  // The peer still holds the lock, and a tab that is denied the lock retries much later. So wait
  // until it is free.
  scheduleReadForPeer(draft, LOCK_FREE_MS);
}
