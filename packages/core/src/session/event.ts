import type { SessionFetchError } from "../errors.ts";
import type { RefetchOptions } from "../types/options.ts";
import type { SessionBase } from "../types/session.ts";
import type { Announcement } from "./announcement.ts";

/**
 * The environment at the time of an event. Events bring it along, so that the machine stays pure.
 */
export interface Moment {
  readonly now: number;
  /** A random number in [0, 1). */
  readonly random: number;
  readonly isOnline: boolean;
  readonly isVisible: boolean;
}

/** A valid answer of the session endpoint (`GET /session`). */
export interface SessionAnswer {
  readonly session: SessionBase | null;
  /** The server session, if a schema has made `session` from it. Each tab has its own schema. */
  readonly serverSession?: SessionBase | undefined;
  /** Milliseconds until the session ends, by the server. `Infinity` if the server does not say. */
  readonly lifetimeMs: number;
  /** Whether `lifetimeMs` is by a server's clock, and not by the page's. */
  readonly isServerClock: boolean;
}

/** The outcome of a mutation. */
export interface Settlement {
  /** The session, if the mutation's own response contains it. */
  readonly answer?: SessionAnswer;
  /**
   * Whether the mutation has sent data. An answer that does not show the data has to be confirmed
   * by a read.
   */
  readonly hasData?: boolean;
  /** Whether this tab has to read the session. */
  readonly needsRead?: boolean;
  /** Whether the peers have to read the session. */
  readonly hasChanged?: boolean;
}

/** The events of the machine, by name, with their fields. */
export interface SessionInputs {
  /**
   * The first subscriber has come, or a prerendered page is shown. `mayHaveMissed`: a peer may have
   * changed the session before. `isArrival`: the server has sent the user to this page, and may
   * have changed the session.
   */
  started: {
    readonly mayHaveMissed: boolean;
    readonly isArrival: boolean;
    /** The page is prerendered. It must not be noticed before it is shown. */
    readonly isPrerendering?: boolean;
  };
  /** The last subscriber has left. All goes on for a moment, but no read starts. */
  lingered: object;
  /** A subscriber has come while the client lingered. */
  returned: object;
  /** The client lingers no longer, or the page is left, perhaps for the back/forward cache. */
  stopped: object;
  /** The page is back from the back/forward cache. */
  restored: { readonly mayBeOutdated: boolean };
  /** The time of `nextWakeAt` has come. */
  woke: object;
  focused: object;
  reconnected: object;
  /**
   * `getSession()` was called, or other code of the client needs a read. `maxAge` is the option, in
   * seconds.
   */
  asked: { readonly maxAge?: number | undefined };
  /**
   * `readId` is that of the effect `read`. The machine drops the answer of any read but the current
   * one.
   */
  answered: SessionAnswer & { readonly readId: number; readonly tookMs: number };
  failed: { readonly readId: number; readonly error: SessionFetchError };
  /** A peer holds the lock, because it is reading. */
  lockDenied: { readonly readId: number };
  mutationStarted: { readonly isUpdate: boolean };
  mutationSettled: Settlement & { readonly isUpdate: boolean };
  /** A peer has announced something. */
  messageReceived: { readonly announcement: Announcement };
  /**
   * A next-auth signal: a tab with next-auth's client has read the session or signed out, and does
   * not say what it knows. Or a request of this page looks like a sign-in or sign-out. It began
   * `requestAgeMs` ago; that is `null` for a message.
   */
  nextAuthSignaled: { readonly isSignOut: boolean; readonly requestAgeMs: number | null };
  /** The server has rendered a page with this session. */
  hydrated: SessionAnswer;
  configured: { readonly options: RefetchOptions };
}

/** An event, without its moment. */
export type SessionInput<Type extends keyof SessionInputs = keyof SessionInputs> = {
  [Name in Type]: { readonly type: Name } & SessionInputs[Name];
}[Type];

/** An event, with its moment. */
export type SessionEvent<Type extends keyof SessionInputs = keyof SessionInputs> =
  SessionInput<Type> & Moment;
