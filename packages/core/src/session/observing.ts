import { invalidateRead, markUnconfirmed } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import type { SessionInputs } from "./event.ts";
import { FRESH_MS, HELLO_MS, isFresh, QUICK_RETRY_MS } from "./refetch-policy.ts";
import { isFromServer, isUnknown } from "./state/cache.ts";
import { hasEnded } from "./state/expiry.ts";
import { forceRead, plannedAt, planRead, scheduleRead } from "./state/next-read.ts";
import { BEGINNING, nextStamp } from "./state/stamp.ts";

/**
 * What the page was rendered with is as old as the first look at it, and good for a while, even if it
 * has ended by its own date: only the server knows.
 */
function dateRendered({ cache, expiry, clock }: Draft): void {
  if (cache.type === "empty" || cache.stamp !== BEGINNING) return;
  cache.stamp = clock.now;
  if (clock.now >= expiry.at) expiry.at = clock.now + FRESH_MS;
}

/** Nobody sees the page yet: it reads, and says nothing. */
function prerender(draft: Draft): void {
  draft.tab.mode = "prerendering";
  if (draft.cache.type === "empty") scheduleRead(draft, "hello");
}

/** Whether the session may have changed without this tab having heard of it. */
function mayHaveMissed(draft: Draft, { mayHaveMissed: isTold, isArrival }: Started): boolean {
  const { cache, clock } = draft;
  // Nobody looked any more when it was about to ask what a mutation had led to.
  const isDue = plannedAt(draft.nextRead.plan, clock.now) <= clock.now;
  const owesRead = cache.stamp < draft.mutations.newest && isDue;
  // The end of another tab's mutation may have been missed too, and that of the session.
  const isOver = isFromServer(draft) && hasEnded(draft);
  const isUnread = isArrival && cache.type === "empty";
  return isTold || owesRead || draft.peers.mutations.length > 0 || isOver || isUnread;
}

/** What is known is not shown, or told to others, before the server has confirmed it. */
function requireConfirmation(draft: Draft): void {
  const { cache } = draft;
  if (cache.type === "filled") cache.certainty = "mustRevalidate";
  // Whatever the others know was asked before.
  draft.mutations.newest = nextStamp(draft);
}

type Started = SessionInputs["started"];

/**
 * Somebody looks: other tabs are greeted, and the server is asked unless one of them knows.
 *
 * @returns whether what is known has to be confirmed before it is shown
 */
function observe(draft: Draft, started: Started): boolean {
  const { tab, peers, mutations, effects } = draft;
  const wasPrerendering = tab.mode === "prerendering";
  tab.mode = "observed";
  // Begun for nobody, it may take as long as it likes; for somebody it is begun anew.
  if (wasPrerendering && draft.fetching.type === "reading") invalidateRead(draft);
  const isUnsure = mayHaveMissed(draft, started);
  peers.mutations = [];
  peers.idleTab = null;
  tab.loadingUntil = draft.clock.now + draft.options.timeoutMs + 2 * QUICK_RETRY_MS;
  if (isUnsure) requireConfirmation(draft);
  else if (started.isArrival) {
    // The server has told this page, and none of the others.
    mutations.newest = nextStamp(draft);
    effects.push(["announce", "changed"]);
  }
  effects.push(["announce", "hello"]);
  // A page may be left, and come back, in the midst of a sign-out.
  if (mutations.pending) effects.push(["announce", "mutating"]);
  scheduleFirstRead(draft, wasPrerendering);
  return isUnsure;
}

/** Waits a little for what the others know. */
function scheduleFirstRead(draft: Draft, wasPrerendering: boolean): void {
  const { plan } = draft.nextRead;
  const helloAt = draft.clock.now + HELLO_MS;
  if (plan.type === "forced") return;
  if (draft.failure.count) {
    if (plan.type === "scheduled" && plan.at < helloAt) planRead(draft, "retry", HELLO_MS);
    return;
  }
  // What the page itself has handed over is taken at its word, unless it was made long before.
  const isOld = (isFromServer(draft) || wasPrerendering) && !isFresh(draft);
  if (isUnknown(draft) || isOld) planRead(draft, "hello", HELLO_MS);
}

/** Somebody looks, or the page is prepared for somebody. */
export const start: Handler<"started"> = (draft, started) => {
  dateRendered(draft);
  if (started.isPrerendering) prerender(draft);
  else observe(draft, started);
};

/** Nobody looks any more, and nothing is done. What is known is kept, and so is what is still to be asked. */
export const stop: Handler<"stopped"> = (draft) => {
  // Updates too: a page in the back/forward cache does not hear of the sign-out that overtakes them.
  invalidateRead(draft, true);
  draft.tab.mode = "unobserved";
};

/** The page is back from the back/forward cache. What it shows is asked for again at once. */
export const restore: Handler<"restored"> = (draft, { mayBeOutdated }) => {
  // A mutation of its own may be over on the server, too.
  const isOutdated = mayBeOutdated || draft.mutations.pending > 0;
  const isUnsure = observe(draft, { mayHaveMissed: isOutdated, isArrival: false });
  markUnconfirmed(draft);
  // What is shown beside an error goes on saying that it may be outdated.
  if (isUnsure || (draft.cache.session !== undefined && isUnknown(draft)))
    draft.failure.error = null;
  forceRead(draft);
};
