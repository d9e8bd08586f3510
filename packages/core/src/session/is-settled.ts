import { isFresh } from "./refetch-policy.ts";
import { isUnknown } from "./state/cache.ts";
import type { SessionState } from "./state/state.ts";
import { isUnobserved } from "./state/tab.ts";

/**
 * Whether `getSession()` has its answer. With `maxAge`: what is known is young enough, or no read is
 * scheduled any more that could tell more. After a failure it does not wait for the retry.
 */
export function isAnswered(state: SessionState, maxAge: number | undefined): boolean {
  if (maxAge === undefined) return isSettled(state);
  const isYoung = !isUnknown(state) && isFresh(state, maxAge * 1000);
  return isYoung || !!state.failure.error || state.nextRead.schedule.type === "none";
}

/** Whether no read is under way, forced, or about to be retried. */
export function isSettled(state: SessionState): boolean {
  const { failure } = state;
  if (isUnobserved(state)) return true;
  const isRetryingFirst = isUnknown(state) && !failure.error && failure.count > 0;
  return (
    state.fetching.type === "idle" && state.nextRead.schedule.type !== "forced" && !isRetryingFirst
  );
}
