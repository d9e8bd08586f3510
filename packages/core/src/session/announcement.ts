import type { SessionFetchErrorCode } from "../errors.ts";
import type { SessionBase } from "../types/session.ts";
import { scheduledAt } from "./state/next-read.ts";
import type { Stamp } from "./state/stamp.ts";
import type { SessionState } from "./state/state.ts";

/** The types of announcement. */
export type AnnouncementType =
  /** A tab has opened. It knows no session, or only one that the server has not confirmed. */
  | "hello"
  /** The server has answered. */
  | "answer"
  /** A read has failed. All tabs back off together. */
  | "failure"
  /**
   * A mutation is under way. Peers abort their reads and wait. A sign-in or sign-out aborts their
   * updates too.
   */
  | "mutating"
  /** A mutation has ended without effect. */
  | "unchanged"
  /** A mutation has ended, and its tab does not read the session itself. */
  | "changed";

/**
 * An announcement. It holds all that its tab knows, whatever its type. Times are by the clock of
 * that tab.
 */
export interface Announcement {
  readonly type: AnnouncementType;
  readonly tab: number;
  /** Whether it is forwarded on behalf of `tab`, and so does not come from that tab. */
  readonly isForAnother: boolean;
  readonly sentAt: number;
  /**
   * The server session, or what this tab's schema has made of it. `undefined` if the tab knows none,
   * or must not say it.
   */
  readonly session?: SessionBase | null | undefined;
  /** The server session, if this tab's schema has made `session` from it. */
  readonly serverSession?: SessionBase | undefined;
  readonly stamp: Stamp;
  /** When the session ends, in milliseconds. `Infinity` means never. */
  readonly expiresAt: number;
  /** Whether `expiresAt` is by a server's clock. */
  readonly isExpiryFromServer: boolean;
  /** The stamp of the newest mutation that the tab knows of. */
  readonly mutation: Stamp;
  /**
   * How many mutations of the tab are under way, and how many of them are sign-ins and sign-outs.
   */
  readonly mutating: number;
  readonly pendingAuth: number;
  /** How many reads have failed in a row, and the reason of the last failure. */
  readonly failures: number;
  readonly code?: SessionFetchErrorCode | undefined;
  readonly status?: number | undefined;
  /** When the tab reads next, in milliseconds. `Infinity` means that no read is scheduled. */
  readonly readAt: number;
}

/** Returns the server session of what is known, with the newest `expires`. */
export function serverSessionOf({ cache, expiry }: SessionState): SessionBase | null | undefined {
  if (cache.type === "empty" || !cache.session) return cache.session;
  const { expires } = expiry;
  return { ...(cache.serverSession ?? cache.session), ...(expires !== undefined && { expires }) };
}

/** Creates an announcement of all that a tab knows. */
export function createAnnouncement(type: AnnouncementType, state: SessionState): Announcement {
  const { clock, tab, expiry, failure, mutations } = state;
  const { pending, pendingAuth } = mutations;
  // A peer that mutates may be too busy or frozen to answer a new tab, so this tab forwards its
  // mutation.
  const other = type === "mutating" && !pending ? state.peers.mutations[0] : undefined;
  return {
    type,
    // The first event has set the ID.
    tab: other?.tab ?? (tab.id as number),
    isForAnother: !!other,
    sentAt: clock.now,
    session: serverSessionOf(state),
    stamp: state.cache.stamp,
    expiresAt: expiry.at,
    isExpiryFromServer: expiry.isFromServer,
    mutation: mutations.newest,
    mutating: other ? 1 : pending,
    pendingAuth: other ? 1 : pendingAuth,
    failures: failure.count,
    code: failure.error?.code,
    status: failure.error?.status,
    readAt: scheduledAt(state.nextRead.schedule, clock.now),
  };
}
