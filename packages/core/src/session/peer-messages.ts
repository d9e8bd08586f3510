import type { Announcement } from "./announcement.ts";
import { invalidateRead } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import { isSameUser } from "./identity.ts";
import { applyPeerFailure, mergeAnswer } from "./merge-answer.ts";
import { noteHeard } from "./news.ts";
import { FRESH_MS, LONGEST_RETRY_MS, mayReadForPeer, PEER_MUTATION_MS } from "./refetch-policy.ts";
import { isFromServer } from "./state/cache.ts";
import { readUnderWay } from "./state/fetching.ts";
import { planRead, rescheduleRead, scheduleReadForPeer } from "./state/next-read.ts";
import { isAnyTabMutating, isUpdating } from "./state/mutations.ts";
import { BEGINNING } from "./state/stamp.ts";

/** More tabs than anybody has; what claims to be one more is not one of ours. */
const MOST_TABS = 50;

function answerHello(draft: Draft): void {
  const { failure, mutations, effects } = draft;
  const isInformed = draft.cache.stamp > mutations.newest || mutations.own === mutations.newest;
  // What no request has confirmed, and what was asked before a sign-in was begun, is not for others:
  // the tab may just be back from it.
  const isForOthers = isFromServer(draft) && isInformed && draft.clock.now < draft.expiry.at;
  if (isAnyTabMutating(draft)) effects.push(["announce", "mutating"]);
  else if (isForOthers) effects.push(["announce", "answer"]);
  // For a newcomer to back off, too.
  else if (failure.error && failure.count) effects.push(["announce", "failure"]);
}

function mergeFailure(draft: Draft, news: Announcement): void {
  const { failures, mutation, stamp, readAt } = news;
  const { mutations, nextRead } = draft;
  if (failures <= draft.failure.count || stamp < draft.cache.stamp) return;
  // It has not heard of a mutation, nor read since.
  if (Math.max(mutation, stamp) < mutations.newest) return;
  nextRead.isForPeer = true;
  if (draft.fetching.type === "reading") {
    // For the case that this tab's own read is denied, because it comes at the same time.
    const retryMs = Math.min(readAt - draft.clock.now, LONGEST_RETRY_MS);
    if (nextRead.plan.type !== "forced") planRead(draft, "retry", retryMs);
    return;
  }
  mutations.newest = Math.max(mutation, mutations.newest);
  applyPeerFailure(draft, news);
}

/** Whether a tab says once more, or late, that a mutation is over. */
function isHeardLate(draft: Draft, { stamp, mutation }: Announcement): boolean {
  // What is known was asked for since.
  if (Math.max(mutation, stamp) <= draft.cache.stamp) return true;
  // What its own schema has made nothing of, a tab asks about once, and not anew each time.
  return !stamp && mutation < (readUnderWay(draft) ?? BEGINNING);
}

/** @param endsHold whether it ends what has held back this tab's reads */
function mergeMutation(draft: Draft, news: Announcement, endsHold: boolean): void {
  const { type, mutation, mutating, pendingAuth } = news;
  const { mutations } = draft;
  const isOver = type === "changed" || type === "unchanged";
  // While it holds back reads, nothing can have been asked since, whatever the clocks of the two say.
  if (isOver && !endsHold && isHeardLate(draft, news)) return;
  // Two at once: what is read by either may be older than the other.
  if (mutations.pending || mutation < mutations.newest) scheduleReadForPeer(draft);
  if (draft.fetching.type === "reading" || isUpdating(draft))
    draft.peers.abortedForAt = draft.clock.now;
  rescheduleRead(draft);
  if (!mutations.pending) mutations.own = null;
  invalidateRead(draft, pendingAuth > 0);
  // What was under way may have to be done over.
  draft.nextRead.isForPeer = true;
  mutations.newest = Math.max(mutation, mutations.newest);
  // Not at once: the alarm rings a little later in some tabs than in others.
  if (type === "changed") scheduleReadForPeer(draft, 1);
  // An update that has not heard of the sign-out under way.
  if (mutations.pendingAuth && mutating && !pendingAuth)
    draft.effects.push(["announce", "mutating"]);
}

/**
 * Notes whether a tab mutates, and until when that holds back this tab's reads.
 *
 * @returns whether its mutation has ended
 */
function notePeerMutation({ peers, clock }: Draft, news: Announcement): boolean {
  const { tab, mutating, mutation, sentAt } = news;
  const known = peers.mutations.find((it) => it.tab === tab);
  const others = peers.mutations.filter((it) => it !== known);
  peers.mutations = others;
  if (!mutating) {
    peers.idleTab = tab;
    return !!known;
  }
  // From its start, for all tabs alike: told again, or to a newcomer, it does not begin again.
  const endsAt = clock.now - Math.max(0, sentAt - mutation) + PEER_MUTATION_MS;
  const begun = { tab, until: Math.max(known?.until ?? 0, endsAt) };
  peers.mutations = [...others, begun].slice(-MOST_TABS);
  return false;
}

/** Whether a message says nothing to this tab: it is passed on for it, or for one that has told it better. */
function isPassedOnInVain(draft: Draft, { tab, isForAnother }: Announcement): boolean {
  if (tab === draft.tab.id) return true;
  return isForAnother && (isFromServer(draft) || tab === draft.peers.idleTab);
}

/** Another tab has said something. */
export const receiveMessage: Handler<"messageReceived"> = (draft, { announcement: news }) => {
  const { session: previous } = draft.cache;
  const { abortedForAt } = draft.peers;
  noteHeard(draft, news);
  if (isPassedOnInVain(draft, news)) return;
  const hasEnded = notePeerMutation(draft, news);
  if (news.type === "hello") answerHello(draft);
  else if (news.type === "answer") mergeAnswer(draft, news);
  else if (news.type === "failure") mergeFailure(draft, news);
  else mergeMutation(draft, news, hasEnded);
  // A tab that is busy hears late. What it has given up only after the other tab's mutation was over
  // has perhaps been answered all the same, and the browser has taken the cookie.
  const wasLate =
    hasEnded && news.type === "answer" && abortedForAt !== null && abortedForAt > news.sentAt;
  if (!wasLate || !previous || !mayReadForPeer(draft)) return;
  if (isSameUser(news.session, previous, draft.options.identify)) return;
  draft.nextRead.peerReadAt = draft.clock.now;
  draft.effects.push(["confirmSignOut", previous]);
};

/**
 * A tab that runs next-auth has read the session, or signed out. It reads at each focus and poll, so
 * where somebody is signed in here, an answer that is fresh will do for a while.
 */
export const receiveNextAuthSignal: Handler<"nextAuthSignaled"> = (draft, signal) => {
  const { isSignOut, ageMs = -Infinity } = signal;
  const { cache, clock } = draft;
  // Ours make requests as well, of which all that is to be known is known.
  if (clock.now - ageMs < (isAnyTabMutating(draft) ? Infinity : draft.mutations.newest)) return;
  // That of a request is more than a read.
  if (!isSignOut && ageMs < 0) {
    if (cache.session) {
      return scheduleReadForPeer(draft, Math.max(0, cache.stamp + FRESH_MS - clock.now));
    }
    // They may say so many times a second.
    if (draft.fetching.type === "reading") return;
  }
  invalidateRead(draft, isSignOut);
  // Not at once: the alarm rings a little later in some tabs than in others.
  scheduleReadForPeer(draft, 1);
};
