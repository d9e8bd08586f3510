import type { SessionBase } from "../../types/session.ts";
import type { SessionState } from "./state.ts";

/** When the session that is known ends. */
export interface Expiry {
  /** The newest `expires`, as the server wrote it. Kept apart, so that the session stays the same object. */
  readonly expires?: string | undefined;
  /** The same as a time; `Infinity` where it says none, and where there is no session. */
  readonly at: number;
  /** Whether that is by a server's clock. By the page's alone, it causes a read and nothing else. */
  readonly isFromServer: boolean;
  /** When the session ends although nobody could ask the server; `Infinity` until `at` has passed. */
  readonly endsBy: number;
}

/** Whether the session has reached its end by a server's clock. */
export function hasEnded({ expiry, clock }: Pick<SessionState, "expiry" | "clock">): boolean {
  return expiry.isFromServer && clock.now >= expiry.at;
}

/**
 * Milliseconds that a session has left, as the server means it: `expires` less the time of the
 * answer by the server's own clock, so that a wrong clock here does not matter.
 *
 * @param expires ISO 8601, as the server sent it; anything else gives `Infinity`, which never ends
 * @param serverNow the answer's `Date` in milliseconds, or the best that is known of it
 */
export function lifetimeMs(expires: unknown, serverNow: number): number {
  const end = typeof expires === "string" ? Date.parse(expires) : NaN;
  return Number.isNaN(end) ? Infinity : end - serverNow;
}

/** The end of a session that a page was rendered with, by that page's own clock. */
export function renderedExpiry(session: SessionBase | null | undefined): Expiry {
  const expires = session?.expires;
  return { expires, at: lifetimeMs(expires, 0), isFromServer: false, endsBy: Infinity };
}
