import { cacheAnswer, endRead, invalidateRead, markUnconfirmed } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { doubtMs, isRefused, noteHandover } from "./state/handover.ts";
import { shareSession } from "./identity.ts";
import { isFromServer } from "./state/cache.ts";
import { cancelPlan, forceRead, scheduleRead } from "./state/next-read.ts";
import { BEGINNING } from "./state/stamp.ts";

/** The page says what is known already. Only the end of the session may be another one. */
function moveExpiry(draft: Draft, { session, lifetimeMs }: SessionAnswer): void {
  const { expiry, clock } = draft;
  // The page's clock may be wrong, and the page an old one; by how much the end has moved is certain.
  const movedMs = Date.parse(session?.expires ?? "") - Date.parse(expiry.expires ?? "");
  if (isFromServer(draft) && movedMs <= 0) return;
  expiry.expires = session?.expires;
  if (isFromServer(draft) && movedMs) expiry.at += movedMs;
  else {
    expiry.at = session ? clock.now + lifetimeMs : Infinity;
    expiry.isFromServer = false;
  }
}

/**
 * The server has rendered a page with this session. When it did so is not known: a page may come
 * from a cache. So it is shown where nothing speaks against it, and confirmed where it brings news.
 */
export const hydrate: Handler<"hydrated"> = (draft, answer) => {
  const { tab } = draft;
  const { session: previous } = draft.cache;
  const { session } = answer;
  if (previous === shareSession(previous, session, draft.options.identify)) {
    return moveExpiry(draft, answer);
  }
  if (isRefused(draft, session)) return;
  const waitMs = doubtMs(draft);
  noteHandover(draft, session);
  if (waitMs) return scheduleRead(draft, "rendered", waitMs);
  // It may have been rendered before the sign-in or sign-out that this tab knows of.
  const isFirst = draft.mutations.newest === BEGINNING;
  if (isFirst) {
    invalidateRead(draft);
    cacheAnswer(draft, answer, draft.clock.now);
    endRead(draft);
    markUnconfirmed(draft);
    if (draft.nextRead.plan.type !== "forced") cancelPlan(draft);
  }
  const isNews = !isFirst || previous !== undefined;
  if (isNews && tab.mode !== "unobserved") forceRead(draft);
};
