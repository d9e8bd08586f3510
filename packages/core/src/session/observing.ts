import { invalidateRead, markUnconfirmed } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import type { SessionInputs } from "./event.ts";
import { FRESH_MS, HELLO_MS, QUICK_RETRY_MS } from "./durations.ts";
import { isFresh } from "./refetch-policy.ts";
import { isFromServer, isUnknown } from "./state/cache.ts";
import { hasEnded } from "./state/expiry.ts";
import {
  forceRead,
  isStreaming,
  scheduledAt,
  replaceRead,
  scheduleRead,
} from "./state/next-read.ts";
import { BEGINNING, nextStamp } from "./state/stamp.ts";

type Started = SessionInputs["started"];

/**
 * Gives a rendered session the stamp of the first subscription. It is fresh for a while, even if
 * its `expires` is over, because only the server knows whether it has ended.
 */
function stampRenderedSession({ cache, expiry, clock }: Draft): void {
  if (cache.type === "empty" || cache.stamp !== BEGINNING) return;
  cache.stamp = clock.now;
  if (clock.now >= expiry.at) expiry.at = clock.now + FRESH_MS;
}

/** Handles the start of a prerendered page: it reads once, and announces nothing. */
function prerender(draft: Draft): void {
  draft.tab.type = "prerendering";
  if (draft.cache.type === "empty" && !isStreaming(draft)) scheduleRead(draft, "hello");
}

/** Whether the session may have changed without this tab's knowledge. */
function needsRevalidation(draft: Draft, { mayHaveMissed, isArrival }: Started): boolean {
  const { cache, clock } = draft;
  // The last subscriber left before this tab could read the outcome of a mutation.
  const isDue = scheduledAt(draft.nextRead.schedule, clock.now) <= clock.now;
  const hasSkippedRead = cache.stamp < draft.mutations.newest && isDue;
  // The tab may also have missed the end of a peer mutation, or of the session.
  const isOver = isFromServer(draft) && hasEnded(draft);
  const isUnread = isArrival && cache.type === "empty" && !isStreaming(draft);
  return mayHaveMissed || hasSkippedRead || draft.peers.mutations.length > 0 || isOver || isUnread;
}

/**
 * Marks what is known as must revalidate: it is not shown or announced before the server has
 * confirmed it.
 */
function requireRevalidation(draft: Draft): void {
  const { cache } = draft;
  if (cache.type === "filled") cache.certainty = "mustRevalidate";
  // All that the peers know was asked before. The new stamp makes it outdated.
  draft.mutations.newest = nextStamp(draft);
}

/**
 * Handles the first subscriber, or the return of a page: says hello to the peers, and schedules a read
 * in case none of them answers.
 *
 * @returns whether what is known must revalidate
 */
function observe(draft: Draft, started: Started): boolean {
  const { tab, peers, mutations, effects } = draft;
  const wasPrerendering = tab.type === "prerendering";
  tab.type = "observed";
  // No user waits for the read of a prerendered page, so it may take long. The page is shown now,
  // and needs a new read.
  if (wasPrerendering && draft.fetching.type === "reading") invalidateRead(draft);
  const mustRevalidate = needsRevalidation(draft, started);
  peers.mutations = [];
  peers.idleTab = null;
  tab.loadingUntil = draft.clock.now + draft.options.timeoutMs + 2 * QUICK_RETRY_MS;
  if (mustRevalidate) requireRevalidation(draft);
  else if (started.isArrival) {
    // The server has sent the session to this page only. The peers do not know of it.
    mutations.newest = nextStamp(draft);
    effects.push(["announce", "changed"]);
  }
  effects.push(["announce", "hello"]);
  // The peers do not know yet what the server has answered to the prerendered page.
  if (wasPrerendering && isFromServer(draft)) effects.push(["announce", "answer"]);
  // A page may be left and restored during a sign-out.
  if (mutations.pending) effects.push(["announce", "mutating"]);
  scheduleFirstRead(draft, wasPrerendering, mustRevalidate);
  return mustRevalidate;
}

/**
 * Schedules the first read. It waits a little for an answer of the peers, or much longer for the
 * session that the page streams.
 */
function scheduleFirstRead(draft: Draft, wasPrerendering: boolean, mustRevalidate: boolean): void {
  const { schedule } = draft.nextRead;
  const helloAt = draft.clock.now + HELLO_MS;
  if (schedule.type === "forced") return;
  if (draft.failure.count) {
    if (schedule.type === "scheduled" && schedule.at < helloAt)
      replaceRead(draft, "retry", HELLO_MS);
    return;
  }
  // A streamed session that may be outdated is not waited for.
  if (isStreaming(draft) && !mustRevalidate)
    return replaceRead(draft, "stream", draft.options.timeoutMs);
  // A rendered session needs no first read, unless the page was prerendered long before.
  const isOld = (isFromServer(draft) || wasPrerendering) && !isFresh(draft);
  if (isUnknown(draft) || isOld) replaceRead(draft, "hello", HELLO_MS);
}

/** Handles the first subscriber, or the start of a prerendered page. */
export const start: Handler<"started"> = (draft, started) => {
  stampRenderedSession(draft);
  if (started.isPrerendering) prerender(draft);
  else observe(draft, started);
};

/**
 * Stops all activity. The cached session and the scheduled read are kept.
 */
export const stop: Handler<"stopped"> = (draft) => {
  const { tab } = draft;
  // Updates are aborted too. A page in the back/forward cache does not receive the announcement of
  // a sign-out that overtakes them.
  invalidateRead(draft, true);
  tab.isLingering = false;
  if (tab.type === "observed") tab.type = "unobserved";
  if (tab.type === "prerendering") tab.type = "new";
};

/** Starts no read without a subscriber: it may only be remounting. */
export const linger: Handler<"lingered"> = ({ tab }) => {
  tab.isLingering = true;
};

/** Continues with a subscriber. A read that has become due meanwhile starts. */
export const resume: Handler<"returned"> = ({ tab }) => {
  tab.isLingering = false;
};

/** Handles a return from the back/forward cache. The session is read again at once. */
export const restore: Handler<"restored"> = (draft, { mayBeOutdated }) => {
  // A mutation of this tab may have ended on the server, too.
  const isOutdated = mayBeOutdated || draft.mutations.pending > 0;
  const mustRevalidate = observe(draft, { mayHaveMissed: isOutdated, isArrival: false });
  markUnconfirmed(draft);
  // If the session is still shown, its error stays, because it says that the session may be
  // outdated.
  if (mustRevalidate || draft.cache.certainty === "mustRevalidate") draft.failure.error = null;
  forceRead(draft);
};
