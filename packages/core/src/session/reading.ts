import { applyAnswer, applyFailure } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import { compareHandover } from "./state/handover.ts";
import { LOCK_RETRY_MS, QUICK_RETRY_MS } from "./durations.ts";
import { backoffMs, isFresh, isLongWait, isPaused } from "./refetch-policy.ts";
import { isUnknown } from "./state/cache.ts";
import { IDLE, stampUnderWay } from "./state/fetching.ts";
import {
  clearSchedule,
  forceRead,
  isStreaming,
  replaceRead,
  scheduleRead,
} from "./state/next-read.ts";

/**
 * Retries once, early, during a long wait. A server may ask for a wait of minutes, and a user who
 * comes back meanwhile sees the current session.
 */
function retryEarly(draft: Draft): void {
  const { failure } = draft;
  if (failure.hasRetriedEarly || !isLongWait(draft)) return;
  failure.hasRetriedEarly = true;
  scheduleRead(draft, "trigger");
}

/**
 * Reads on focus, because the user may have changed in the background. After a failure the scheduled
 * retry stays.
 */
export const refetchOnFocus: Handler<"focused"> = (draft) => {
  if (draft.options.refetchOnWindowFocus === false) return;
  if (draft.failure.count) return retryEarly(draft);
  if (draft.cache.session && !isFresh(draft)) scheduleRead(draft, "trigger");
};

/**
 * Reads when the connection is back. A read that failed for lack of a connection can be retried.
 */
export const refetchOnReconnect: Handler<"reconnected"> = (draft) => {
  const { error } = draft.failure;
  const isDue = error ? /network|timeout/.test(error.code) : draft.cache.session && !isFresh(draft);
  if (isDue) scheduleRead(draft, "trigger");
  else if (error) retryEarly(draft);
};

/**
 * Reads because `getSession()` was called. With `maxAge` the tabs share the read, and one that is
 * scheduled counts: the answer of a peer may come before it, and a server that fails is left alone.
 */
export const readWhenAsked: Handler<"asked"> = (draft, { maxAge }) => {
  // The session that a page streams may come much later.
  const isTooLate = maxAge !== Infinity && isStreaming(draft);
  if (maxAge === undefined || isTooLate) return forceRead(draft);
  const isOld = isUnknown(draft) || !isFresh(draft, maxAge * 1000);
  if (isOld && draft.nextRead.schedule.type === "none") scheduleRead(draft, "asked");
};

/** Handles the server's answer to a read. */
export const receiveAnswer: Handler<"answered"> = (draft, answer) => {
  const { lifetimeMs, tookMs } = answer;
  draft.effects.push(["announce", "answer"]);
  compareHandover(draft, answer.session);
  // The answer arrived in time. A page that was frozen may process it days later.
  const lateMs = Math.max(0, tookMs - draft.options.timeoutMs);
  applyAnswer(draft, { ...answer, lifetimeMs: lifetimeMs - lateMs }, stampUnderWay(draft));
};

/** Handles a failed read: schedules a retry, with growing delays. */
export const receiveFailure: Handler<"failed"> = (draft, { error }) => {
  const { tab, failure } = draft;
  draft.fetching = IDLE;
  // Nobody sees the page yet, and it reads again when it is shown.
  if (tab.type === "prerendering") return clearSchedule(draft);
  failure.count += 1;
  const isFirst = isUnknown(draft) && failure.count < 2;
  if (isFirst && error.code !== "timeout" && !isPaused(draft)) {
    // The delay is needed because the lock is kept a little longer than the read that has failed.
    const waitMs = (0.2 + 0.8 * draft.clock.random) * QUICK_RETRY_MS;
    return replaceRead(draft, "retry", waitMs);
  }
  // The read was to announce the outcome of a mutation. Only the server can tell it now, and each
  // tab may read.
  draft.effects.push(["announce", draft.mutations.areConcludedByRead ? "changed" : "failure"]);
  applyFailure(draft, error, failure.count, backoffMs(draft, error.retryAfterMs));
};

/** Waits for the read of a peer, which holds the lock, but no longer than a request may take. */
export const waitForPeerRead: Handler<"lockDenied"> = (draft) => {
  const { nextRead } = draft;
  const { now } = draft.clock;
  const { schedule } = nextRead;
  draft.fetching = IDLE;
  // A peer that has announced when to retry is still alive.
  const isScheduledLater = schedule.type === "scheduled" && schedule.at > now;
  if (isScheduledLater || nextRead.deniedSince === null) nextRead.deniedSince = now;
  if (schedule.type === "forced") return;
  const isOverdue = now >= draft.expiry.at || now - nextRead.deniedSince > draft.options.timeoutMs;
  if (isOverdue) nextRead.schedule = { type: "forced" };
  else if (schedule.type === "none" || schedule.at < now + LOCK_RETRY_MS) {
    replaceRead(draft, "lock", LOCK_RETRY_MS);
  }
};
