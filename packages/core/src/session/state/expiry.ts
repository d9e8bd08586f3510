import type { SessionBase } from "../../types/session.ts";
import type { SessionState } from "./state.ts";

/** When the session that is known ends. */
export interface Expiry {
  /**
   * The newest `expires`, as the server has sent it. It is apart from the session, so that the
   * session stays the same object when only `expires` changes.
   */
  readonly expires?: string | undefined;
  /** The same in milliseconds. `Infinity` if `expires` is no date, or there is no session. */
  readonly at: number;
  /**
   * Whether `at` is by a server's clock. If it is only by the page's clock, it causes a read and
   * nothing else.
   */
  readonly isFromServer: boolean;
  /** When the session ends even if the server could not be asked. `null` until `at` has passed. */
  readonly endsBy: number | null;
}

/** Whether the session has reached its end by a server's clock. */
export function hasEnded({ expiry, clock }: Pick<SessionState, "expiry" | "clock">): boolean {
  return expiry.isFromServer && clock.now >= expiry.at;
}

/**
 * Returns the milliseconds until a session ends: `expires` minus the server's time of the answer.
 * The page's clock may be wrong, so it is not used.
 *
 * @param expires ISO 8601, as the server has sent it. Anything else returns `Infinity`: it never
 *   ends
 * @param serverNow the answer's `Date` in milliseconds, or the best estimate of it
 */
export function lifetimeMs(expires: unknown, serverNow: number): number {
  const end = typeof expires === "string" ? Date.parse(expires) : NaN;
  return Number.isNaN(end) ? Infinity : end - serverNow;
}

/** Returns the expiry of a rendered session, by its own `expires`. */
export function renderedExpiry(session: SessionBase | null | undefined): Expiry {
  const expires = session?.expires;
  return { expires, at: lifetimeMs(expires, 0), isFromServer: false, endsBy: null };
}
