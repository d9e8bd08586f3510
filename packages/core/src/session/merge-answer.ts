import { SessionFetchError } from "../errors.ts";
import type { Announcement } from "./announcement.ts";
import { applyFailure, cacheAnswer, endRead, invalidateRead } from "./applying.ts";
import type { Draft } from "./effect.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { decideMerge } from "./merge-rule.ts";
import { isFresh, LOCK_FREE_MS } from "./refetch-policy.ts";
import { isFromServer } from "./state/cache.ts";
import { readUnderWay } from "./state/fetching.ts";
import { isAnyTabMutating } from "./state/mutations.ts";
import { cancelPlan, scheduleReadForPeer } from "./state/next-read.ts";
import { BEGINNING } from "./state/stamp.ts";

/** All tabs back off together. */
export function applyPeerFailure(
  draft: Draft,
  { code = "network", status, failures, readAt }: Announcement,
): void {
  applyFailure(draft, new SessionFetchError(code, { status }), failures, readAt - draft.clock.now);
}

/** Makes a peer's answer what is known. @returns whether another user is signed in by it */
function adopt(draft: Draft, news: Announcement): boolean {
  const { session = null, serverSession, mutation, stamp, expiresAt, isExpiryFromServer } = news;
  const { mutations } = draft;
  const user = draft.cache.session ?? draft.cache.leftUser ?? null;
  const lifetimeMs = expiresAt - draft.clock.now;
  const answer = { session, serverSession, lifetimeMs, isServerClock: isExpiryFromServer };
  cacheAnswer(draft, answer, stamp);
  mutations.newest = Math.max(mutation, mutations.newest);
  const { cache } = draft;
  if (!session && cache.type === "filled") cache.leftUser = user;
  // Its end, too, is only a peer's word.
  draft.nextRead.isForPeer = true;
  return !!user && !!session && !isSameUser(user, cache.session, draft.options.identify);
}

/** A peer's answer is the newest there is: this tab need not ask. */
function adoptAndStop(draft: Draft, news: Announcement): void {
  invalidateRead(draft);
  const isOtherUser = adopt(draft, news);
  endRead(draft);
  cancelPlan(draft);
  if (news.failures) applyPeerFailure(draft, news);
  else if (!isFresh(draft)) scheduleReadForPeer(draft);
  // That another user is signed in is worth asking the server itself.
  else if (isOtherUser) scheduleReadForPeer(draft, LOCK_FREE_MS);
}

/** A peer has an answer: it is made what is known, or the server is asked which of the two is right. */
export function mergeAnswer(draft: Draft, news: Announcement): void {
  const { session = null, mutation, stamp } = news;
  const { cache, mutations } = draft;
  const decision = decideMerge({
    isLater: stamp > cache.stamp,
    isInformed: stamp >= mutations.newest,
    knowsMore: mutation > mutations.newest,
    isMutating: isAnyTabMutating(draft),
    isFromServer: isFromServer(draft),
    // By `getSession()`, or a page that is back.
    isReadingLater:
      draft.nextRead.plan.type === "forced" && (readUnderWay(draft) ?? BEGINNING) > stamp,
    isNews: cache.session !== shareSession(cache.session, session, draft.options.identify),
  });
  if (decision === "adopt") return adoptAndStop(draft, news);
  if (decision === "adoptAndGoOnReading") return void adopt(draft, news);
  if (decision === "ignore") return;
  if (decision === "defer") draft.peers.deferredAnswer = news;
  // Not at once: the peer still has the lock, and who is denied it asks much later.
  scheduleReadForPeer(draft, LOCK_FREE_MS);
}
