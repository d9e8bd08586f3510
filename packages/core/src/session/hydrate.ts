import { cacheAnswer, endRead, invalidateRead, markUnconfirmed } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { handoverDelayMs, isRefused, noteHandover } from "./state/handover.ts";
import { isSameSession } from "./identity.ts";
import { isFromServer } from "./state/cache.ts";
import { clearSchedule, forceRead, isStreaming, scheduleRead } from "./state/next-read.ts";
import { BEGINNING } from "./state/stamp.ts";
import { isUnobserved } from "./state/tab.ts";

/** Updates the expiry when a page hands over the session that is already known. */
function updateExpiry(draft: Draft, { session, lifetimeMs }: SessionAnswer): void {
  const { expiry, clock } = draft;
  // The page's clock may be wrong, and the page may be an old copy. Only the difference between the
  // two `expires` is reliable.
  const extensionMs = Date.parse(session?.expires ?? "") - Date.parse(expiry.expires ?? "");
  if (isFromServer(draft) && extensionMs <= 0) return;
  expiry.expires = session?.expires;
  if (isFromServer(draft) && extensionMs) expiry.at += extensionMs;
  else {
    expiry.at = session ? clock.now + lifetimeMs : Infinity;
    expiry.isFromServer = false;
  }
}

/**
 * Handles a session with which the server has rendered a page. The page may come from a cache, so
 * the time of rendering is not known. The session is shown if nothing contradicts it, and confirmed
 * by a read if it differs from what is known.
 */
export const hydrate: Handler<"hydrated"> = (draft, answer) => {
  const { session: previous } = draft.cache;
  const { session } = answer;
  if (isSameSession(previous, session)) return updateExpiry(draft, answer);
  if (isRefused(draft, session)) return;
  const delayMs = handoverDelayMs(draft);
  noteHandover(draft, session);
  if (delayMs) return scheduleRead(draft, "rendered", delayMs);
  // The page may have been rendered before a sign-in or sign-out that this tab knows of. While it
  // streams its session, this tab knows only of those before the page.
  const mayPrecedeMutation = draft.mutations.newest !== BEGINNING && !isStreaming(draft);
  if (!mayPrecedeMutation) {
    invalidateRead(draft);
    cacheAnswer(draft, answer, draft.clock.now);
    endRead(draft);
    markUnconfirmed(draft);
    if (draft.nextRead.schedule.type !== "forced") clearSchedule(draft);
  }
  const needsConfirmation = mayPrecedeMutation || previous !== undefined;
  if (needsConfirmation && !isUnobserved(draft)) forceRead(draft);
};
