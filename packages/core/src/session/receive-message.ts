import type { SessionBase } from "../types/session.ts";
import type { Announcement } from "./announcement.ts";
import { invalidateRead } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import { isSameUser } from "./identity.ts";
import { applyPeerFailure, mergeAnswer } from "./merge-answer.ts";
import { notePeerAnnouncement } from "./announcement-effects.ts";
import { LONGEST_RETRY_MS, NEXT_ALARM_MS, PEER_MUTATION_MS } from "./durations.ts";
import { isUpToDate, mayReadForPeer } from "./refetch-policy.ts";
import { isFromServer } from "./state/cache.ts";
import { stampUnderWay } from "./state/fetching.ts";
import {
  isStreaming,
  replaceRead,
  rescheduleRead,
  scheduleReadForPeer,
} from "./state/next-read.ts";
import { isAnyTabMutating, isUpdating } from "./state/mutations.ts";
import { BEGINNING } from "./state/stamp.ts";

/** No user has more tabs. Further ones are not from this library. */
const MOST_TABS = 50;

function answerHello(draft: Draft): void {
  const { failure, effects } = draft;
  if (isAnyTabMutating(draft)) effects.push(["announce", "mutating"]);
  // The new tab may have just returned from the newest sign-in.
  else if (isUpToDate(draft)) effects.push(["announce", "answer"]);
  // The new tab has to back off, too.
  else if (failure.error && failure.count) effects.push(["announce", "failure"]);
}

function mergeFailure(draft: Draft, announcement: Announcement): void {
  const { failures, mutation, stamp, readAt } = announcement;
  const { mutations, nextRead } = draft;
  if (failures <= draft.failure.count || stamp < draft.cache.stamp) return;
  // This tab has not read yet, and does not have to.
  if (isStreaming(draft)) return;
  // The peer does not know of the newest mutation, and has not read since.
  if (Math.max(mutation, stamp) < mutations.newest) return;
  nextRead.isForPeer = true;
  if (draft.fetching.type === "reading") {
    // This tab's own read, at the same time, may be denied the lock. Then the peer's retry counts.
    const retryMs = Math.min(readAt - draft.clock.now, LONGEST_RETRY_MS);
    if (nextRead.schedule.type !== "forced") replaceRead(draft, "retry", retryMs);
    return;
  }
  mutations.newest = Math.max(mutation, mutations.newest);
  applyPeerFailure(draft, announcement);
}

/** Whether an announcement repeats, or reports late, that a mutation has ended. */
function isRepeatedEnd(draft: Draft, { stamp, mutation }: Announcement): boolean {
  // What is known has a later stamp.
  if (Math.max(mutation, stamp) <= draft.cache.stamp) return true;
  // This tab's schema has rejected the session. The tab reads once for that, and not for each
  // announcement.
  return stamp === BEGINNING && mutation < stampUnderWay(draft);
}

/**
 * Merges a peer's announcement of a mutation.
 *
 * @param endsPeerMutation whether it ends one that holds this tab's reads back
 */
function mergeMutation(draft: Draft, announcement: Announcement, endsPeerMutation: boolean): void {
  const { type, mutation, mutating, pendingAuth } = announcement;
  const { mutations } = draft;
  const isOver = type === "changed" || type === "unchanged";
  // As long as the mutation held reads back, no read can have started, whatever the two clocks say.
  if (isOver && !endsPeerMutation && isRepeatedEnd(draft, announcement)) return;
  // Two mutations overlap. A read during one of them may be older than the other.
  if (mutations.pending || mutation < mutations.newest) scheduleReadForPeer(draft);
  if (draft.fetching.type === "reading" || isUpdating(draft))
    draft.peers.abortedForAt = draft.clock.now;
  rescheduleRead(draft);
  if (!mutations.pending) mutations.own = null;
  invalidateRead(draft, pendingAuth > 0);
  // The read that was aborted may be repeated. It then counts as a read for peers.
  draft.nextRead.isForPeer = true;
  mutations.newest = Math.max(mutation, mutations.newest);
  // The delay leaves the read to the alarm, which staggers the tabs.
  if (type === "changed") scheduleReadForPeer(draft, NEXT_ALARM_MS);
  // The peer has started an update without knowing of this tab's sign-in or sign-out.
  if (mutations.pendingAuth && mutating && !pendingAuth)
    draft.effects.push(["announce", "mutating"]);
}

/**
 * Notes whether a peer mutates, and how long that holds this tab's reads back.
 *
 * @returns whether a mutation of the peer has ended
 */
function notePeerMutation({ peers, clock }: Draft, announcement: Announcement): boolean {
  const { tab, mutating, pendingAuth, mutation, sentAt } = announcement;
  const known = peers.mutations.find((it) => it.tab === tab);
  const others = peers.mutations.filter((it) => it !== known);
  peers.mutations = others;
  if (!mutating) {
    peers.idleTab = tab;
    return !!known;
  }
  // The time counts from the start of the mutation, in all tabs. Repeating the announcement, or
  // forwarding it to a new tab, does not extend it.
  const endsAt = clock.now - Math.max(0, sentAt - mutation) + PEER_MUTATION_MS;
  const until = Math.max(known?.until ?? 0, endsAt);
  const peerMutation = { tab, until, isAuth: pendingAuth > 0 };
  peers.mutations = [...others, peerMutation].slice(-MOST_TABS);
  return false;
}

/**
 * Whether to ignore a forwarded announcement. It may be on behalf of this tab, or of one that has
 * announced its own end since. And a tab whose session is from the server does not need it.
 */
function shouldIgnoreForwarded(draft: Draft, { tab, isForAnother }: Announcement): boolean {
  if (tab === draft.tab.id) return true;
  return isForAnother && (isFromServer(draft) || tab === draft.peers.idleTab);
}

/**
 * Has the sign-out of a peer confirmed, if this busy tab received it late: it has aborted its own
 * request only after the peer's mutation ended. The server may have answered that request before,
 * and the browser may have stored the cookie.
 *
 * @param previous what was known before the announcement
 */
function confirmIfAbortedLate(
  draft: Draft,
  { type, sentAt, session }: Announcement,
  abortedForAt: number | null,
  previous: SessionBase | null | undefined,
): void {
  if (type !== "answer" || abortedForAt === null || abortedForAt <= sentAt) return;
  if (!previous || isSameUser(session, previous, draft.options.identify)) return;
  if (!mayReadForPeer(draft)) return;
  // The confirmation reads because of a peer.
  draft.nextRead.peerReadAt = draft.clock.now;
  draft.effects.push(["confirmSignOut", previous]);
}

/** Handles an announcement of a peer. */
export const receiveMessage: Handler<"messageReceived"> = (draft, { announcement }) => {
  const { session: previous } = draft.cache;
  const { abortedForAt } = draft.peers;
  notePeerAnnouncement(draft, announcement);
  if (shouldIgnoreForwarded(draft, announcement)) return;
  const hasEnded = notePeerMutation(draft, announcement);
  if (announcement.type === "hello") answerHello(draft);
  else if (announcement.type === "answer") mergeAnswer(draft, announcement);
  else if (announcement.type === "failure") mergeFailure(draft, announcement);
  else mergeMutation(draft, announcement, hasEnded);
  if (hasEnded) confirmIfAbortedLate(draft, announcement, abortedForAt, previous);
};
