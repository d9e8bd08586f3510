import type { SessionFetchError } from "../errors.ts";
import type { RefetchOptions } from "../types/options.ts";
import type { SessionBase } from "../types/session.ts";
import type { Announcement } from "./announcement.ts";

/** The facts of the moment at which an event happens; they come in, so that the machine stays pure. */
export interface Moment {
  readonly now: number;
  /** A random number in [0, 1). */
  readonly random: number;
  readonly isOnline: boolean;
  readonly isVisible: boolean;
}

/** A valid answer of the session endpoint. */
export interface SessionAnswer {
  readonly session: SessionBase | null;
  /** What the server has sent, where a schema has made something of it; other tabs have their own. */
  readonly serverSession?: SessionBase | undefined;
  /** Milliseconds that the session has left, as the server means it; `Infinity` if it did not say. */
  readonly lifetimeMs: number;
  /** Whether that is by a server's clock, and not by the page's own. */
  readonly isServerClock: boolean;
}

/** What a mutation has left behind. */
export interface Settlement {
  /** The session, where the mutation's own answer tells it. */
  readonly answer?: SessionAnswer;
  /** Whether data was sent; an answer that does not show it has to be confirmed. */
  readonly hasData?: boolean;
  /** Whether this tab has to read what the server holds now. */
  readonly needsRead?: boolean;
  /** Whether the other tabs have to. */
  readonly hasChanged?: boolean;
}

/** What can happen to a session, by name, with what comes along. */
export interface SessionInputs {
  /**
   * The first subscriber has come, or the page with it is shown at last. Before, another tab may have
   * changed the session; or the server has, where it has sent the user here.
   */
  started: {
    readonly mayHaveMissed: boolean;
    readonly isArrival: boolean;
    /** The page is only prepared; nobody may notice it before it is shown. */
    readonly isPrerendering?: boolean;
  };
  /** The last one has left, or the page goes, perhaps into the back/forward cache. */
  stopped: object;
  /** The page is back from the back/forward cache. */
  restored: { readonly mayBeOutdated: boolean };
  /** The time of `nextWakeAt` has come. */
  woke: object;
  focused: object;
  reconnected: object;
  /** `getSession()` was called. */
  asked: object;
  /** `reading` tells which read; an answer to any other than the current one is dropped. */
  answered: SessionAnswer & { readonly reading: number; readonly tookMs: number };
  failed: { readonly reading: number; readonly error: SessionFetchError };
  /** Another tab is reading already. */
  lockDenied: { readonly reading: number };
  mutationStarted: { readonly isUpdate: boolean };
  mutationSettled: Settlement & { readonly isUpdate: boolean };
  /** Another tab has said something. */
  messageReceived: { readonly announcement: Announcement };
  /**
   * Somebody who runs next-auth has read the session, or signed out, and does not say what they know;
   * or a request of this page, begun so long ago, looks as if they had signed in or out.
   */
  nextAuthSignaled: { readonly isSignOut: boolean; readonly ageMs?: number | undefined };
  /** The server has rendered a page with this session. */
  hydrated: SessionAnswer;
  configured: { readonly options: RefetchOptions };
}

/** Something that has happened. */
export type SessionInput<Type extends keyof SessionInputs = keyof SessionInputs> = {
  [Name in Type]: { readonly type: Name } & SessionInputs[Name];
}[Type];

/** Something that has happened, and the moment at which it did. */
export type SessionEvent<Type extends keyof SessionInputs = keyof SessionInputs> =
  SessionInput<Type> & Moment;
