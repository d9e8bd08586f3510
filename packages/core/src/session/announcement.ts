import type { SessionFetchErrorCode } from "../errors.ts";
import type { SessionBase } from "../types/session.ts";
import type { SessionState } from "./state.ts";

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
export interface Announcement extends Pick<
  SessionState,
  "tab" | "expiresAt" | "stamp" | "mutation" | "mutating" | "pendingAuth" | "failures" | "readAt"
> {
  readonly type: AnnouncementType;
  /** Whether it is passed on for the tab that it names. */
  readonly isForAnother: boolean;
  readonly sentAt: number;
  /** Whether `expiresAt` is by a server's clock. */
  readonly isExpiryFromServer: boolean;
  /** As the server has sent it. */
  readonly session: SessionBase | null | undefined;
  /** The same, where this tab's schema has made something of `session`. */
  readonly serverSession?: SessionBase | undefined;
  /** What has failed. */
  readonly code: SessionFetchErrorCode | undefined;
  readonly status: number | undefined;
}

/** Puts what a tab knows into an announcement. */
export function createAnnouncement(
  type: AnnouncementType,
  state: Readonly<SessionState>,
): Announcement {
  const { tab, session, serverSession, expires, expiresAt, stamp, failures, readAt, error, now } =
    state;
  const { mutation, mutating, pendingAuth, peerMutations } = state;
  // Passed on for a tab that may be too busy, or frozen, to tell a newcomer itself.
  const isForAnother = type === "mutating" && !mutating;
  return {
    type,
    tab: (isForAnother && peerMutations[0]?.[0]) || tab,
    sentAt: now,
    session:
      session && ({ ...(serverSession ?? session), ...(expires && { expires }) } as SessionBase),
    expiresAt,
    isExpiryFromServer: !!state.isExpiryFromServer,
    stamp,
    mutation,
    isForAnother,
    mutating: isForAnother ? 1 : mutating,
    pendingAuth: isForAnother ? 1 : pendingAuth,
    failures,
    readAt,
    code: error?.code,
    status: error?.status,
  };
}
