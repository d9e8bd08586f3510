import type { Draft, Handler } from "./effect.ts";
import { compareHandedOver } from "./handed-over.ts";
import { applyFailure, applyAnswer, scheduleRead } from "./applying.ts";
import { backoffMs, isFresh, isLongWait, LOCK_RETRY_MS, QUICK_RETRY_MS } from "./refetch-policy.ts";
import { FORCED, isUnknown } from "./state.ts";

/** A server may ask for a wait of minutes; who comes back meanwhile is shown the truth, once. */
function breakLongWait(draft: Draft): void {
  if (draft.hasRetriedEarly || !isLongWait(draft)) return;
  draft.hasRetriedEarly = true;
  scheduleRead(draft, draft.now);
}

/** Who is signed in may have changed while nobody looked. Failures keep to their own times. */
export const refetchOnFocus: Handler<"focused"> = (draft) => {
  const { options, session, failures, now } = draft;
  if (options.refetchOnWindowFocus === false) return;
  if (failures) return breakLongWait(draft);
  if (session && !isFresh(draft)) scheduleRead(draft, now);
};

/** What failed for want of a connection can be tried again. */
export const refetchOnReconnect: Handler<"reconnected"> = (draft) => {
  const { error, session, now } = draft;
  const isCut = error && /network|timeout/.test(error.code);
  if (isCut || (!error && session && !isFresh(draft))) scheduleRead(draft, now);
  else if (error) breakLongWait(draft);
};

/** The server has answered. */
export const receiveAnswer: Handler<"answered"> = (draft, answer) => {
  const { lifetimeMs, reading, tookMs } = answer;
  const { options, effects } = draft;
  effects.push(["announce", "answer"]);
  compareHandedOver(draft, answer.session);
  // It has arrived in time; a page that was frozen then may find it days later.
  const lateMs = Math.max(0, tookMs - options.timeoutMs);
  applyAnswer(draft, { ...answer, lifetimeMs: lifetimeMs - lateMs }, reading);
};

/** A read has failed: it is tried again, later and later. */
export const receiveFailure: Handler<"failed"> = (draft, { error }) => {
  const { now, random, effects } = draft;
  draft.reading = 0;
  // Nobody sees it yet, and it is asked again when somebody does.
  if (draft.isPrerendering) {
    draft.readAt = Infinity;
    return;
  }
  draft.failures += 1;
  if (isUnknown(draft) && draft.failures < 2 && error.code !== "timeout") {
    // Not at once: the lock of the read that has failed is kept a little longer than the read.
    draft.readAt = now + (0.2 + 0.8 * random) * QUICK_RETRY_MS;
    return;
  }
  // What it was to tell of a mutation, only the server can tell now, and each tab may ask it.
  effects.push(["announce", draft.readConcludesMutation ? "changed" : "failure"]);
  applyFailure(draft, error, draft.failures, now + backoffMs(draft, error.retryAfterMs));
};

/** Another tab is reading; its answer is waited for, but no longer than a request may take. */
export const yieldToOtherTab: Handler<"lockDenied"> = (draft) => {
  const { now, expiresAt, options, readAt } = draft;
  draft.reading = 0;
  // Who has told meanwhile when to try again is not silent.
  if (readAt > now && readAt < Infinity) draft.deniedSince = now;
  else draft.deniedSince ||= now;
  const isOverdue = now >= expiresAt || now - draft.deniedSince > options.timeoutMs;
  if (readAt === FORCED) return;
  const retryAt = readAt < Infinity ? readAt : 0;
  draft.readAt = isOverdue ? FORCED : Math.max(retryAt, now + LOCK_RETRY_MS);
};
