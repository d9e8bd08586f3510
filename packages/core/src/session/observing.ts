import type { Handler } from "./effect.ts";
import { applyAnswer, forceRead, invalidateRead, scheduleRead } from "./applying.ts";
import { FRESH_MS, HELLO_MS, isFresh, QUICK_RETRY_MS } from "./refetch-policy.ts";
import { doubtMs, isRefused, noteHandedOver } from "./handed-over.ts";
import { shareSession } from "./identity.ts";
import { FORCED, isUnknown, nextStamp } from "./state.ts";

/** Somebody looks: other tabs are greeted, and the server is asked unless one of them knows. */
export const start: Handler<"started"> = (draft, started) => {
  const { mayHaveMissed, isArrival, isPrerendering = false } = started;
  const { now, options, session, failures, mutating, readAt, effects } = draft;
  const wasPrerendering = !!draft.isPrerendering;
  draft.tab ||= draft.random;
  // What the page was rendered with is as old as the first look at it, and good for a while, even if
  // it has ended by its own date: only the server knows.
  if (session !== undefined && !draft.stamp) {
    draft.stamp = now;
    if (now >= draft.expiresAt) draft.expiresAt = now + FRESH_MS;
  }
  draft.isObserved = true;
  draft.isPrerendering = isPrerendering;
  if (isPrerendering) {
    if (session === undefined) scheduleRead(draft, now);
    return;
  }
  // Begun for nobody, it may take as long as it likes; for somebody it is begun anew.
  if (wasPrerendering && draft.reading) invalidateRead(draft);
  // Nobody looked any more when it was about to ask what a mutation had led to.
  const owesRead = draft.stamp < draft.mutation && readAt <= now;
  // The end of another tab's mutation may have been missed too, and that of the session.
  const isOver = draft.isFromServer && draft.isExpiryFromServer && now >= draft.expiresAt;
  const hasMissed = mayHaveMissed || owesRead || draft.peerMutations.length > 0 || isOver;
  const isUnsure = hasMissed || (isArrival && session === undefined);
  draft.peerMutations = [];
  draft.idlePeer = undefined;
  draft.loadingUntil = now + options.timeoutMs + 2 * QUICK_RETRY_MS;
  if (isUnsure) {
    // What a prerendered page has under way was asked before.
    if (draft.reading) invalidateRead(draft);
    draft.isFromServer = false;
    draft.mustRevalidate = true;
    // Whatever the others know was asked before.
    draft.mutation = nextStamp(draft);
  } else if (isArrival) {
    // The server has told this page, and none of the others.
    draft.mutation = nextStamp(draft);
    effects.push(["announce", "changed"]);
  }
  effects.push(["announce", "hello"]);
  // A page may be left, and come back, in the midst of a sign-out.
  if (mutating) effects.push(["announce", "mutating"]);
  if (readAt === FORCED) return;
  // What the page itself has handed over is taken at its word, unless it was made long before.
  const isOld = (draft.isFromServer || wasPrerendering) && !isFresh(draft);
  if (failures) draft.readAt = Math.max(readAt, now + HELLO_MS);
  else if (isUnknown(draft) || isOld) draft.readAt = now + HELLO_MS;
};

/** Nobody looks any more, and nothing is done. What is known is kept, and so is what is still to be asked. */
export const stop: Handler<"stopped"> = (draft) => {
  // Updates too: a page in the back/forward cache does not hear of the sign-out that overtakes them.
  invalidateRead(draft, true);
  draft.isObserved = false;
};

/** The page is back from the back/forward cache. What it shows is asked for again at once. */
export const restore: Handler<"restored"> = (draft, { mayBeOutdated }) => {
  // A mutation of its own may be over on the server, too.
  const mayHaveMissed = mayBeOutdated || draft.mutating > 0;
  start(draft, { mayHaveMissed, isArrival: false });
  draft.isFromServer = false;
  // What is shown beside an error goes on saying that it may be outdated.
  if (draft.mustRevalidate) draft.error = null;
  forceRead(draft);
};

/**
 * The server has rendered a page with this session. When it did so is not known: a page may come
 * from a cache. So it is shown where nothing speaks against it, and confirmed where it brings news.
 */
export const hydrate: Handler<"hydrated"> = (draft, answer) => {
  const { session: previous, expires, isFromServer, now, isObserved, mutation, readAt } = draft;
  const { session, lifetimeMs } = answer;
  if (previous === shareSession(previous, session, draft.options.identify)) {
    // The page's clock may be wrong, and the page an old one; by how much the end has moved is certain.
    const movedMs = Date.parse(session?.expires ?? "") - Date.parse(expires ?? "");
    if (isFromServer && movedMs <= 0) return;
    draft.expires = session?.expires;
    if (isFromServer && movedMs) draft.expiresAt += movedMs;
    else {
      draft.expiresAt = session ? now + lifetimeMs : Infinity;
      draft.isExpiryFromServer = false;
    }
    return;
  }
  if (isRefused(draft, session)) return;
  const waitMs = doubtMs(draft);
  noteHandedOver(draft, session);
  if (waitMs) return scheduleRead(draft, now + waitMs);
  // It may have been rendered before the sign-in or sign-out that this tab knows of.
  if (!mutation) {
    invalidateRead(draft);
    applyAnswer(draft, answer, now);
    draft.isFromServer = false;
    draft.readAt = readAt === FORCED ? FORCED : Infinity;
  }
  if (isObserved && (mutation || previous !== undefined)) forceRead(draft);
};
