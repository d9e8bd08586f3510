import type { SessionFetchError } from "../../errors.ts";
import { isUpToDate } from "../../session/refetch-policy.ts";
import { isUnknown, renderedCache } from "../../session/state/cache.ts";
import { renderedExpiry } from "../../session/state/expiry.ts";
import { isAnyTabMutating } from "../../session/state/mutations.ts";
import type { SessionState } from "../../session/state/state.ts";
import type { SessionBase } from "../../types/session.ts";

/** Whether there is a session that is up to date. Nobody has opened a prerendered page yet. */
export function isConfirmed(state: SessionState): boolean {
  return !!state.cache.session && isUpToDate(state) && state.tab.type !== "prerendering";
}

/** Whether what is kept is over: somebody is signing in or out, or it is known that nobody is. */
export function isOver(state: SessionState): boolean {
  return isAnyTabMutating(state) || (!isUnknown(state) && !state.cache.session);
}

/** Whether the first read has failed once or more, and nothing is known. */
export function hasFailedFirst({ cache, failure }: SessionState): boolean {
  return cache.type === "empty" && (failure.count > 0 || !!failure.error);
}

/** Whether the first read has failed for want of a network, and not by what a server has sent. */
export function lacksNetwork(state: SessionState): boolean {
  const { code = "", detail } = state.failure.error ?? {};
  // A schema that takes too long has got an answer.
  const isLost = /^(network|timeout)$/.test(code) && detail !== "schema";
  return hasFailedFirst(state) && isLost;
}

/** Whether the machine waits with its second try until the device is online. */
export function waitsForNetwork(state: SessionState): boolean {
  const { tab, failure, fetching, nextRead } = state;
  const isWaiting = fetching.type === "idle" && nextRead.schedule.type !== "forced";
  return hasFailedFirst(state) && isWaiting && !failure.error && !tab.isOnline;
}

/**
 * Returns the state that shows a kept session, unconfirmed. Error and retry stay. No clock ends it
 * here, because its end is not by a server's clock.
 */
export function withKept(
  state: SessionState,
  session: SessionBase,
  serverSession?: SessionBase,
): SessionState {
  const cache = { ...renderedCache(session), ...(serverSession && { serverSession }) };
  // The spread of a union is not narrowed. A session makes the cache a filled one.
  const filled = cache as SessionState["cache"];
  return { ...state, cache: filled, expiry: { ...renderedExpiry(session), at: Infinity } };
}

/** Whether nothing is known, and no error is shown. */
export function isLoading({ cache, failure }: SessionState): boolean {
  return cache.type === "empty" && !failure.error;
}

/** Returns the state with another error, or with none. */
export function withError(state: SessionState, error: SessionFetchError | null): SessionState {
  return { ...state, failure: { ...state.failure, error } };
}

/** Returns the state that shows no session again, but still the error. */
export function withoutKept(state: SessionState): SessionState {
  return { ...state, cache: renderedCache(undefined), expiry: renderedExpiry(undefined) };
}
