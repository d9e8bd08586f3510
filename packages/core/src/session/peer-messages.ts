import type { Announcement } from "./announcement.ts";
import type { Draft, Handler } from "./effect.ts";
import { isSameUser } from "./identity.ts";
import { applyPeerFailure, mergeAnswer } from "./merge-answer.ts";
import { invalidateRead, rescheduleRead, scheduleReadForPeer } from "./applying.ts";
import { PEER_MUTATION_MS, FRESH_MS, LONGEST_RETRY_MS, mayReadForPeer } from "./refetch-policy.ts";
import { FORCED } from "./state.ts";

function answerHello(draft: Draft): void {
  const { mutating, peerMutations, isFromServer, now, expiresAt, effects } = draft;
  const isInformed = draft.stamp > draft.mutation || draft.ownMutation === draft.mutation;
  // What no request has confirmed, and what was asked before a sign-in was begun, is not for others:
  // the tab may just be back from it.
  if (mutating || peerMutations.length) effects.push(["announce", "mutating"]);
  else if (isFromServer && isInformed && now < expiresAt) effects.push(["announce", "answer"]);
  // For a newcomer to back off, too.
  else if (draft.error && draft.failures) effects.push(["announce", "failure"]);
}

/** More tabs than anybody has; what claims to be one more is not one of ours. */
const MOST_TABS = 50;

function mergeFailure(draft: Draft, news: Announcement): void {
  const { failures, mutation, stamp, readAt } = news;
  if (failures <= draft.failures || stamp < draft.stamp) return;
  // It has not heard of a mutation, nor read since.
  if (Math.max(mutation, stamp) < draft.mutation) return;
  draft.isPeerRead = true;
  if (draft.reading) {
    // For the case that this tab's own read is denied, because it comes at the same time.
    if (draft.readAt !== FORCED) draft.readAt = Math.min(readAt, draft.now + LONGEST_RETRY_MS);
    return;
  }
  draft.mutation = Math.max(mutation, draft.mutation);
  applyPeerFailure(draft, news);
}

function mergeMutation(
  draft: Draft,
  { type, stamp, mutation, mutating, pendingAuth }: Announcement,
  endsBlock: boolean,
): void {
  const isOver = type === "changed" || type === "unchanged";
  // Heard late: what is known was asked for since. While it holds back reads, nothing can have been,
  // whatever the clocks of the two tabs say.
  if (isOver && !endsBlock && Math.max(mutation, stamp) <= draft.stamp) return;
  // What its own schema has made nothing of, a tab asks about once, and not anew each time.
  if (isOver && !endsBlock && !stamp && mutation < draft.reading) return;
  // Two at once: what is read by either may be older than the other.
  if (draft.mutating || mutation < draft.mutation) scheduleReadForPeer(draft, draft.now);
  if (draft.reading || draft.mutating > draft.pendingAuth) draft.abortedForPeerAt = draft.now;
  rescheduleRead(draft);
  if (!draft.mutating) draft.ownMutation = 0;
  invalidateRead(draft, pendingAuth > 0);
  // What was under way may have to be done over.
  draft.isPeerRead = true;
  draft.mutation = Math.max(mutation, draft.mutation);
  // Not at once: the alarm rings a little later in some tabs than in others.
  if (type === "changed") scheduleReadForPeer(draft, draft.now + 1);
  // An update that has not heard of the sign-out under way.
  if (draft.pendingAuth && mutating && !pendingAuth) draft.effects.push(["announce", "mutating"]);
}

/** Another tab has said something. */
export const receiveMessage: Handler<"messageReceived"> = (draft, { announcement }) => {
  const { type, tab, isForAnother, mutating, mutation, sentAt, session } = announcement;
  const { session: previous, peerMutations, abortedForPeerAt } = draft;
  // Passed on for this tab itself, or for one that has told this tab better: it may be over.
  const knowsBetter = draft.isFromServer || tab === draft.idlePeer;
  if (tab === draft.tab || (isForAnother && knowsBetter)) return;
  if (!mutating) draft.idlePeer = tab;
  const [, known = 0] = peerMutations.find(([other]) => other === tab) ?? [];
  const isOver = known > 0 && !mutating;
  draft.peerMutations = peerMutations.filter(([other]) => other !== tab);
  if (mutating) {
    // From its start, for all tabs alike: told again, or to a newcomer, it does not begin again.
    const until = draft.now - Math.max(0, sentAt - mutation) + PEER_MUTATION_MS;
    const begun = [tab, Math.max(known, until)] as const;
    draft.peerMutations = [...draft.peerMutations, begun].slice(-MOST_TABS);
  }
  if (type === "hello") answerHello(draft);
  else if (type === "answer") mergeAnswer(draft, announcement);
  else if (type === "failure") mergeFailure(draft, announcement);
  else mergeMutation(draft, announcement, isOver);
  // A tab that is busy hears late. What it has given up only after the other tab's mutation was over
  // has perhaps been answered all the same, and the browser has taken the cookie.
  const wasLate = isOver && type === "answer" && abortedForPeerAt > sentAt && mayReadForPeer(draft);
  if (wasLate && previous && !isSameUser(session, previous, draft.options.identify)) {
    draft.peerReadAt = draft.now;
    draft.effects.push(["confirmSignOut", previous]);
  }
};

/**
 * A tab that runs next-auth has read the session, or signed out. It reads at each focus and poll, so
 * where somebody is signed in here, an answer that is fresh will do for a while.
 */
export const receiveNextAuthSignal: Handler<"nextAuthSignaled"> = (
  draft,
  { isSignOut, ageMs = -Infinity },
) => {
  const { session, now, stamp, mutation, mutating, peerMutations } = draft;
  // Ours make requests as well, of which all that is to be known is known.
  if (now - ageMs < (mutating || peerMutations.length ? Infinity : mutation)) return;
  // That of a request is more than a read.
  if (!isSignOut && ageMs < 0) {
    if (session) return scheduleReadForPeer(draft, Math.max(now, stamp + FRESH_MS));
    // They may say so many times a second.
    if (draft.reading) return;
  }
  invalidateRead(draft, isSignOut);
  // Not at once: the alarm rings a little later in some tabs than in others.
  scheduleReadForPeer(draft, now + 1);
};
