import { applyAnswer, applyFailure } from "./applying.ts";
import type { Draft, Handler } from "./effect.ts";
import { compareHandover } from "./state/handover.ts";
import { backoffMs, isFresh, isLongWait, LOCK_RETRY_MS, QUICK_RETRY_MS } from "./refetch-policy.ts";
import { isUnknown } from "./state/cache.ts";
import { IDLE } from "./state/fetching.ts";
import { cancelPlan, planRead, scheduleRead } from "./state/next-read.ts";

/** A server may ask for a wait of minutes; who comes back meanwhile is shown the truth, once. */
function breakLongWait(draft: Draft): void {
  const { failure } = draft;
  if (failure.hasRetriedEarly || !isLongWait(draft)) return;
  failure.hasRetriedEarly = true;
  scheduleRead(draft, "trigger");
}

/** Who is signed in may have changed while nobody looked. Failures keep to their own times. */
export const refetchOnFocus: Handler<"focused"> = (draft) => {
  if (draft.options.refetchOnWindowFocus === false) return;
  if (draft.failure.count) return breakLongWait(draft);
  if (draft.cache.session && !isFresh(draft)) scheduleRead(draft, "trigger");
};

/** What failed for want of a connection can be tried again. */
export const refetchOnReconnect: Handler<"reconnected"> = (draft) => {
  const { error } = draft.failure;
  const isCut = error && /network|timeout/.test(error.code);
  const isOld = !error && draft.cache.session && !isFresh(draft);
  if (isCut || isOld) scheduleRead(draft, "trigger");
  else if (error) breakLongWait(draft);
};

/** The server has answered. */
export const receiveAnswer: Handler<"answered"> = (draft, answer) => {
  const { lifetimeMs, reading, tookMs } = answer;
  draft.effects.push(["announce", "answer"]);
  compareHandover(draft, answer.session);
  // It has arrived in time; a page that was frozen then may find it days later.
  const lateMs = Math.max(0, tookMs - draft.options.timeoutMs);
  applyAnswer(draft, { ...answer, lifetimeMs: lifetimeMs - lateMs }, reading);
};

/** A read has failed: it is tried again, later and later. */
export const receiveFailure: Handler<"failed"> = (draft, { error }) => {
  const { tab, failure } = draft;
  draft.fetching = IDLE;
  // Nobody sees it yet, and it is asked again when somebody does.
  if (tab.mode === "prerendering") return cancelPlan(draft);
  failure.count += 1;
  if (isUnknown(draft) && failure.count < 2 && error.code !== "timeout") {
    // Not at once: the lock of the read that has failed is kept a little longer than the read.
    const waitMs = (0.2 + 0.8 * draft.clock.random) * QUICK_RETRY_MS;
    return planRead(draft, "retry", waitMs);
  }
  // What it was to tell of a mutation, only the server can tell now, and each tab may ask it.
  draft.effects.push(["announce", draft.mutations.areConcludedByRead ? "changed" : "failure"]);
  applyFailure(draft, error, failure.count, backoffMs(draft, error.retryAfterMs));
};

/** Another tab is reading; its answer is waited for, but no longer than a request may take. */
export const yieldToOtherTab: Handler<"lockDenied"> = (draft) => {
  const { nextRead } = draft;
  const { now } = draft.clock;
  const { plan } = nextRead;
  draft.fetching = IDLE;
  // Who has told meanwhile when to try again is not silent.
  const isToldLater = plan.type === "scheduled" && plan.at > now;
  if (isToldLater || nextRead.deniedSince === null) nextRead.deniedSince = now;
  if (plan.type === "forced") return;
  const isOverdue = now >= draft.expiry.at || now - nextRead.deniedSince > draft.options.timeoutMs;
  if (isOverdue) nextRead.plan = { type: "forced" };
  else if (!isToldLater || plan.at < now + LOCK_RETRY_MS) {
    planRead(draft, "lock", LOCK_RETRY_MS);
  }
};
