import type { SessionStatus } from "@sojourn/core";
import type { State } from "../types.ts";

/** Whether the state has nothing to show: it is not read yet, or must revalidate. */
function isUnknown({ cache }: State): boolean {
  return cache.type === "empty" || cache.certainty === "mustRevalidate";
}

/** Returns the status that a client shows in a state. */
export function statusOf(state: State): SessionStatus {
  if (isUnknown(state)) return state.failure.error ? "unauthenticated" : "loading";
  return state.cache.session ? "authenticated" : "unauthenticated";
}

/** Returns the session that a client shows in a state, with its newest `expires`. */
export function sessionIn(state: State): object | null | undefined {
  if (isUnknown(state)) return state.failure.error ? null : undefined;
  const { session } = state.cache;
  const { expires } = state.expiry;
  return session && { ...session, ...(expires !== undefined && { expires }) };
}
