import type { Environment, TabChannel } from "../environment/environment.ts";
import type { Announcement } from "../session/announcement.ts";
import type { SessionInput } from "../session/event.ts";
import { BEGINNING } from "../session/state/stamp.ts";
import type { SessionBase } from "../types/session.ts";
import { createNextAuthChannel } from "./next-auth-channel.ts";
import { parseAnnouncement, PROTOCOL } from "./parse-announcement.ts";

/** Parses a session that a peer has read, by this tab's schema. Rejects if it does not fit. */
export type ParsePeerSession = (session: SessionBase) => Promise<SessionBase>;

/** The peer channel: the way to the other tabs of the browser that share the session. */
export interface PeerChannel {
  open(): void;
  close(): void;
  /**
   * Announces to the peers.
   *
   * @param isUrgent whether to send it even where it can only say that something has changed
   */
  announce(announcement: Announcement, isUrgent: boolean): void;
  /** Makes tabs that run next-auth read the session. */
  signalNextAuth(): void;
}

/**
 * Returns an announcement that only says that something has changed. It may be written to storage,
 * where it remains. It also makes a tab read whose schema rejects the session.
 */
function withoutSession(announcement: Announcement): Announcement {
  const { type, tab, isForAnother, sentAt, stamp, mutation, mutating, pendingAuth } = announcement;
  return {
    type: type === "answer" || type === "failure" ? "changed" : type,
    tab,
    isForAnother,
    sentAt,
    stamp,
    mutation,
    mutating,
    pendingAuth,
    failures: announcement.failures,
    // JSON has no `Infinity`.
    expiresAt: 0,
    readAt: 0,
    isExpiryFromServer: false,
  };
}

/**
 * Creates the peer channel, which is closed at first. Session data goes through channels only,
 * never into storage. Messages are parsed, and dropped if they do not fit.
 *
 * @param name one name for all tabs that share a session
 * @param parse this tab's schema for a session, if it has one; rejects if the session does not fit
 * @param send receives the peers' announcements, and next-auth signals
 */
export function createPeerChannel(
  environment: Environment,
  name: string,
  parse: ParsePeerSession | undefined,
  send: (input: SessionInput) => void,
): PeerChannel {
  const nextAuth = createNextAuthChannel(environment, name, (isSignOut, requestAgeMs) =>
    send({ type: "nextAuthSignaled", isSignOut, requestAgeMs }),
  );
  let channel: TabChannel | undefined;
  let lastDelivered = Promise.resolve();

  async function parsePeerSession(announcement: Announcement): Promise<Announcement> {
    const { type, session: serverSession } = announcement;
    if (!parse || !serverSession || type !== "answer") return announcement;
    return parse(serverSession).then(
      (session) => ({ ...announcement, session, serverSession }),
      // This tab's schema rejects the session. With the first of all stamps the announcement counts
      // only if it tells of a newer mutation. So this tab does not read for each answer of its peers.
      () => ({ ...withoutSession(announcement), stamp: BEGINNING, serverSession }),
    );
  }

  async function deliverInOrder(
    previous: Promise<void>,
    announcement: Announcement,
  ): Promise<void> {
    // Both run at the same time, so that a schema that hangs is waited for once, and not once for
    // each message.
    const [parsed] = await Promise.all([parsePeerSession(announcement), previous]);
    if (channel) send({ type: "messageReceived", announcement: parsed });
  }

  function onAnnouncement(announcement: Announcement): void {
    // A mutation waits for no schema. It is sent again after the earlier messages.
    if (!parse || announcement.type === "mutating") send({ type: "messageReceived", announcement });
    if (!parse) return;
    // The order is kept, because a later message of a tab may end what an earlier one has started.
    lastDelivered = deliverInOrder(lastDelivered, announcement);
  }

  return {
    open() {
      channel ??= environment.openTabChannel(name, (message) => {
        const announcement = parseAnnouncement(message, environment.now());
        if (announcement) onAnnouncement(announcement);
      });
      nextAuth.open();
    },
    close() {
      channel?.close();
      channel = undefined;
      nextAuth.close();
    },
    signalNextAuth: nextAuth.signal,
    announce(announcement, isUrgent) {
      if (!channel || !(isUrgent || channel.carriesData)) return;
      const message = channel.carriesData ? announcement : withoutSession(announcement);
      try {
        channel.post({ ...message, sojourn: PROTOCOL });
      } catch {
        // The session cannot be copied, because a page has put a function into it. It stays in its
        // tab.
      }
    },
  };
}
