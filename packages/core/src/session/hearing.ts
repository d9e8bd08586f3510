import { SessionFetchError } from "../errors.ts";
import type { Announcement } from "./announcement.ts";
import type { Draft, Handler } from "./effect.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { drop, fail, know, planAnew, planForPeer } from "./knowing.ts";
import {
  BLOCK_MS,
  FRESH_MS,
  isFresh,
  LOCK_FREE_MS,
  LONGEST_RETRY_MS,
  mayReadForPeer,
} from "./refetch-policy.ts";
import { FORCED } from "./state.ts";

function greet(draft: Draft): void {
  const { mutating, blocks, isConfirmed, now, expiresAt, effects } = draft;
  const isInformed = draft.askedAt > draft.mutation || draft.ownMutation === draft.mutation;
  // What no request has confirmed, and what was asked before a sign-in was begun, is not for others:
  // the tab may just be back from it.
  if (mutating || blocks.length) effects.push(["announce", "mutating"]);
  else if (isConfirmed && isInformed && now < expiresAt) effects.push(["announce", "answer"]);
  // For a newcomer to back off, too.
  else if (draft.error && draft.failures) effects.push(["announce", "failure"]);
}

/** All tabs back off together. */
function failToo(draft: Draft, { code = "network", status, failures, readAt }: Announcement): void {
  fail(draft, new SessionFetchError(code, { status }), failures, readAt);
}

/** More tabs than anybody has; what claims to be one more is not one of ours. */
const MOST_TABS = 50;

function adopt(draft: Draft, news: Announcement): void {
  const { session = null, raw, mutation, askedAt, expiresAt, isExpiryConfirmed } = news;
  const { now, mutating, blocks, isConfirmed, session: previous, options } = draft;
  const knowsMore = mutation > draft.mutation;
  const isHeldBack = mutating || blocks.length > 0;
  const isInformed = askedAt >= draft.mutation;
  const isLater = askedAt > draft.askedAt;
  if (isLater && isInformed && !isHeldBack) {
    const { reading, readAt, isToldLater } = draft;
    // What `getSession()` and a page that is back have asked since is newer still.
    const goesOn = readAt === FORCED && reading > askedAt;
    if (!goesOn) drop(draft);
    const lifetimeMs = expiresAt - now;
    const user = previous ?? draft.leftUser;
    know(draft, { session, raw, lifetimeMs, isServerClock: isExpiryConfirmed }, askedAt);
    draft.mutation = Math.max(mutation, draft.mutation);
    if (!session) draft.leftUser = user;
    // Its end, too, is only another tab's word.
    draft.isPeerRead = true;
    if (goesOn) Object.assign(draft, { reading, readAt, isToldLater } satisfies Partial<Draft>);
    else if (news.failures) failToo(draft, news);
    else if (!isFresh(draft)) planForPeer(draft, now);
    // That another user is signed in is worth asking the server itself.
    else if (user && session && !isSameUser(user, draft.session, options.identify)) {
      planForPeer(draft, now + LOCK_FREE_MS);
    }
    return;
  }
  if (isHeldBack) draft.heldBack = news;
  // A rendered page or another tab's memory, two mutations at once, a read that overlapped one and
  // has set the cookie again: which of the two is right, only the server can tell.
  const isMerelyOlder = isConfirmed && isInformed && !isLater && !knowsMore;
  const isNews = previous !== shareSession(previous, session, options.identify);
  // Not at once: the other tab still has the lock, and who is denied it asks much later.
  if (isNews && !isMerelyOlder) planForPeer(draft, now + LOCK_FREE_MS);
}

function hearFailure(draft: Draft, news: Announcement): void {
  const { failures, mutation, askedAt, readAt } = news;
  if (failures <= draft.failures || askedAt < draft.askedAt) return;
  // It has not heard of a mutation, nor read since.
  if (Math.max(mutation, askedAt) < draft.mutation) return;
  draft.isPeerRead = true;
  if (draft.reading) {
    // For the case that this tab's own read is denied, because it comes at the same time.
    if (draft.readAt !== FORCED) draft.readAt = Math.min(readAt, draft.now + LONGEST_RETRY_MS);
    return;
  }
  draft.mutation = Math.max(mutation, draft.mutation);
  failToo(draft, news);
}

function hearMutation(
  draft: Draft,
  { type, askedAt, mutation, mutating, signing }: Announcement,
  endsBlock: boolean,
): void {
  const isOver = type === "changed" || type === "unchanged";
  // Heard late: what is known was asked for since. While it holds back reads, nothing can have been,
  // whatever the clocks of the two tabs say.
  if (isOver && !endsBlock && Math.max(mutation, askedAt) <= draft.askedAt) return;
  // What its own schema has made nothing of, a tab asks about once, and not anew each time.
  if (isOver && !endsBlock && !askedAt && mutation < draft.reading) return;
  // Two at once: what is read by either may be older than the other.
  if (draft.mutating || mutation < draft.mutation) planForPeer(draft, draft.now);
  if (draft.reading || draft.mutating > draft.signing) draft.gaveWayAt = draft.now;
  planAnew(draft);
  if (!draft.mutating) draft.ownMutation = 0;
  drop(draft, signing > 0);
  // What was under way may have to be done over.
  draft.isPeerRead = true;
  draft.mutation = Math.max(mutation, draft.mutation);
  // Not at once: the alarm rings a little later in some tabs than in others.
  if (type === "changed") planForPeer(draft, draft.now + 1);
  // An update that has not heard of the sign-out under way.
  if (draft.signing && mutating && !signing) draft.effects.push(["announce", "mutating"]);
}

/** Another tab has said something. */
export const hear: Handler<"heard"> = (draft, { announcement }) => {
  const { type, tab, isForAnother, mutating, mutation, sentAt, session } = announcement;
  const { session: previous, blocks, gaveWayAt } = draft;
  // Passed on for this tab itself, or for one that has told this tab better: it may be over.
  const knowsBetter = draft.isConfirmed || tab === draft.idleTab;
  if (tab === draft.tab || (isForAnother && knowsBetter)) return;
  if (!mutating) draft.idleTab = tab;
  const [, known = 0] = blocks.find(([other]) => other === tab) ?? [];
  const isOver = known > 0 && !mutating;
  draft.blocks = blocks.filter(([other]) => other !== tab);
  if (mutating) {
    // From its start, for all tabs alike: told again, or to a newcomer, it does not begin again.
    const until = draft.now - Math.max(0, sentAt - mutation) + BLOCK_MS;
    draft.blocks = [...draft.blocks, [tab, Math.max(known, until)] as const].slice(-MOST_TABS);
  }
  if (type === "hello") greet(draft);
  else if (type === "answer") adopt(draft, announcement);
  else if (type === "failure") hearFailure(draft, announcement);
  else hearMutation(draft, announcement, isOver);
  // A tab that is busy hears late. What it has given up only after the other tab's mutation was over
  // has perhaps been answered all the same, and the browser has taken the cookie.
  const wasLate = isOver && type === "answer" && gaveWayAt > sentAt && mayReadForPeer(draft);
  if (wasLate && previous && !isSameUser(session, previous, draft.options.identify)) {
    draft.peerReadAt = draft.now;
    draft.effects.push(["confirmSignOut", previous]);
  }
};

/**
 * A tab that runs next-auth has read the session, or signed out. It reads at each focus and poll, so
 * where somebody is signed in here, an answer that is fresh will do for a while.
 */
export const takeHint: Handler<"hinted"> = (draft, { isSignOut, ageMs = -Infinity }) => {
  const { session, now, askedAt, mutation, mutating, blocks } = draft;
  // Ours make requests as well, of which all that is to be known is known.
  if (now - ageMs < (mutating || blocks.length ? Infinity : mutation)) return;
  // That of a request is more than a read.
  if (!isSignOut && ageMs < 0) {
    if (session) return planForPeer(draft, Math.max(now, askedAt + FRESH_MS));
    // They may say so many times a second.
    if (draft.reading) return;
  }
  drop(draft, isSignOut);
  // Not at once: the alarm rings a little later in some tabs than in others.
  planForPeer(draft, now + 1);
};
