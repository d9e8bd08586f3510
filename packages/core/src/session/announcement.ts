import type { SessionFetchErrorCode } from "../errors.ts";
import type { SessionBase } from "../types/session.ts";
import { plannedAt } from "./state/next-read.ts";
import type { Stamp } from "./state/stamp.ts";
import type { SessionState } from "./state/state.ts";

/** What tabs tell each other. */
export type AnnouncementType =
  /** A tab has opened and knows nothing, or nothing for certain. */
  | "hello"
  /** The server has answered. */
  | "answer"
  /** A read has failed; all tabs back off together. */
  | "failure"
  /** A mutation is under way: abort your reads, and wait. A sign-in or sign-out ends updates too. */
  | "mutating"
  /** A mutation is over without effect. */
  | "unchanged"
  /** A mutation is over, and its tab will not read the session itself. */
  | "changed";

/** An announcement holds all that its tab knows, whatever the occasion. Times are by its clock. */
export interface Announcement {
  readonly type: AnnouncementType;
  readonly tab: number;
  /** Whether it is passed on for the tab that it names. */
  readonly isForAnother: boolean;
  readonly sentAt: number;
  /** As the server has sent it. */
  readonly session: SessionBase | null | undefined;
  /** The same, where this tab's schema has made something of `session`. */
  readonly serverSession?: SessionBase | undefined;
  readonly stamp: Stamp;
  /** When the session ends; `Infinity` for never. */
  readonly expiresAt: number;
  /** Whether that is by a server's clock. */
  readonly isExpiryFromServer: boolean;
  /** The newest mutation that it knows of. */
  readonly mutation: Stamp;
  /** How many mutations of its own are under way, and the sign-ins and sign-outs among them. */
  readonly mutating: number;
  readonly pendingAuth: number;
  /** How many reads have failed in a row, and what. */
  readonly failures: number;
  readonly code: SessionFetchErrorCode | undefined;
  readonly status: number | undefined;
  /** When it reads next; `Infinity` where nothing is planned. */
  readonly readAt: number;
}

/** The session that is known, as the server has sent it, with its newest end. */
function serverSessionOf({ cache, expiry }: SessionState): SessionBase | null | undefined {
  if (cache.type === "empty" || !cache.session) return cache.session;
  const { expires } = expiry;
  return { ...(cache.serverSession ?? cache.session), ...(expires !== undefined && { expires }) };
}

/** Puts what a tab knows into an announcement. */
export function createAnnouncement(type: AnnouncementType, state: SessionState): Announcement {
  const { clock, tab, expiry, failure, mutations } = state;
  const { pending, pendingAuth } = mutations;
  // Passed on for a tab that may be too busy, or frozen, to tell a newcomer itself.
  const other = type === "mutating" && !pending ? state.peers.mutations[0] : undefined;
  return {
    type,
    // It has its number since its first event.
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
    readAt: plannedAt(state.nextRead.plan, clock.now),
  };
}
