import type { Environment, TabChannel } from "../environment/environment.ts";
import type { Announcement } from "../session/announcement.ts";
import type { SessionInput } from "../session/event.ts";
import type { SessionBase } from "../types/session.ts";
import { createNextAuthChannel } from "./next-auth-channel.ts";
import { parseAnnouncement, PROTOCOL } from "./parse-announcement.ts";

/** What a tab makes of a session that another one has read. Rejects if it does not fit. */
export type ParsePeerSession = (session: SessionBase) => Promise<SessionBase>;

/** The line on which the tabs of one browser talk about one session. */
export interface PeerChannel {
  open(): void;
  close(): void;
  /** @param isUrgent whether the others are told even where they can only be told that there is news */
  announce(announcement: Announcement, isUrgent: boolean): void;
  /** Has tabs that run next-auth ask for the session again. */
  signalNextAuth(): void;
}

/**
 * That there is news, and not what it is: this may be written to storage, and so stay there, and it
 * may have a tab ask that can make nothing of the news.
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
    session: undefined,
    code: undefined,
    status: undefined,
  };
}

/**
 * Makes a line, closed at first. Session data goes through channels only, never into storage; what
 * arrives is parsed, and dropped if it does not fit.
 *
 * @param name one name for all tabs that share a session
 * @param parse what this tab makes of a session, if it has a schema; rejects if it does not fit
 * @param send is told what other tabs have announced, and of news of tabs that run next-auth
 */
export function createPeerChannel(
  environment: Environment,
  name: string,
  parse: ParsePeerSession | undefined,
  send: (input: SessionInput) => void,
): PeerChannel {
  const nextAuth = createNextAuthChannel(environment, name, (isSignOut, ageMs) =>
    send({ type: "nextAuthSignaled", isSignOut, ageMs }),
  );
  let channel: TabChannel | undefined;
  let heard = Promise.resolve();

  async function make(announcement: Announcement): Promise<Announcement> {
    const { type, session: serverSession } = announcement;
    if (!parse || !serverSession || type !== "answer") return announcement;
    return parse(serverSession).then(
      (session) => ({ ...announcement, session, serverSession }),
      // It may ask in its own time: others go on reading what is of no use to this tab.
      () => ({ ...withoutSession(announcement), stamp: 0, serverSession }),
    );
  }

  async function tell(before: Promise<void>, announcement: Announcement): Promise<void> {
    // Together: a schema that hangs is waited for once, and not once for each message.
    const [made] = await Promise.all([make(announcement), before]);
    if (channel) send({ type: "messageReceived", announcement: made });
  }

  function hear(announcement: Announcement): void {
    // A mutation waits for no schema, and is told again when what was said before it has been.
    if (!parse || announcement.type === "mutating") send({ type: "messageReceived", announcement });
    if (!parse) return;
    // One after the other: what a tab says later may end what it has said before.
    heard = tell(heard, announcement);
  }

  return {
    open() {
      channel ??= environment.openTabChannel(name, (message) => {
        const announcement = parseAnnouncement(message, environment.now());
        if (announcement) hear(announcement);
      });
      nextAuth.open();
    },
    close() {
      channel?.close();
      channel = undefined;
      nextAuth.close();
    },
    signalNextAuth: nextAuth.tell,
    announce(announcement, isUrgent) {
      if (!channel || !(isUrgent || channel.carriesData)) return;
      const message = channel.carriesData ? announcement : withoutSession(announcement);
      try {
        channel.post({ ...message, sojourn: PROTOCOL });
      } catch {
        // A session that cannot be copied (a page has put a function into it) stays in its tab.
      }
    },
  };
}
