import type { SessionBase } from "../../types/session.ts";
import { BEGINNING, type Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** What is known of the session. */
export type Cache = EmptyCache | FilledCache;

/** Nothing is known yet. */
export interface EmptyCache {
  readonly type: "empty";
  readonly stamp: Stamp;
  // So that these can be asked for without asking for the mode.
  readonly session?: undefined;
  readonly serverSession?: undefined;
  readonly certainty?: undefined;
  readonly leftUser?: undefined;
}

/** There is a session, or it is known that there is none. */
export interface FilledCache {
  readonly type: "filled";
  /** `null` means that nobody is signed in. */
  readonly session: SessionBase | null;
  /** The server session, if a schema has made `session` from it. */
  readonly serverSession?: SessionBase | undefined;
  /**
   * The stamp of the read or mutation that brought it. It tells how fresh the session is. A rendered
   * session has that of its handover, or of the first subscription.
   */
  readonly stamp: Stamp;
  readonly certainty: Certainty;
  /** The session that was known before a peer announced that nobody is signed in. */
  readonly leftUser: SessionBase | null;
}

/** How certain it is that the server would return the same session. */
export type Certainty =
  /** A request of this browser has brought it. Peers may get it. */
  | "fromServer"
  /**
   * It is shown, but not announced: a page was rendered with it, it was kept or restored, or it has
   * ended by the clock alone.
   */
  | "unconfirmed"
  /** It may be outdated, and is not shown before the server has confirmed it. */
  | "mustRevalidate";

/** Returns the cache of a page that was rendered with a session, with `null`, or with nothing. */
export function renderedCache(session: SessionBase | null | undefined): Cache {
  if (session === undefined) return { type: "empty", stamp: BEGINNING };
  return { type: "filled", session, stamp: BEGINNING, certainty: "unconfirmed", leftUser: null };
}

/** Whether a request of this browser has brought what is known. */
export function isFromServer({ cache }: Pick<SessionState, "cache">): boolean {
  return cache.certainty === "fromServer";
}

/** Whether there is nothing to show: it is not read yet, or must revalidate. */
export function isUnknown({ cache }: Pick<SessionState, "cache">): boolean {
  return cache.type === "empty" || cache.certainty === "mustRevalidate";
}
