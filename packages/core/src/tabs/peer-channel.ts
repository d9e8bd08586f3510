import type { Environment, TabChannel } from "../environment/environment.ts";
import type { Announcement } from "../session/announcement.ts";
import { isSameUser, shareSession, type Identify } from "../session/identity.ts";
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
  announce(announcement: Announcement): void;
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
 * @param identify what tells one user from another, where the app says so
 * @param send is told what other tabs have announced, and of news of tabs that run next-auth
 */
export function createPeerChannel(
  environment: Environment,
  name: string,
  parse: ParsePeerSession | undefined,
  identify: Identify | undefined,
  send: (input: SessionInput) => void,
): PeerChannel {
  const nextAuth = createNextAuthChannel(environment, name, (isSignOut, ageMs) =>
    send({ type: "nextAuthSignaled", isSignOut, ageMs }),
  );
  let channel: TabChannel | undefined;
  let heard = Promise.resolve();
  let newestMutation = 0;
  let lastAnnounced: SessionBase | null | undefined;

  /** Takes note of what is said, by whichever tab, and tells what of it had not been said before. */
  function note({
    type,
    mutation,
    session = null,
  }: Announcement): [isMutation: boolean, isOtherUser: boolean, isNews: boolean] {
    const previous = lastAnnounced;
    const isAnswer = type === "answer";
    // A tab that is in doubt takes its place after whatever it may have missed.
    const isMutation = type !== "hello" && mutation > newestMutation;
    if (type !== "hello") newestMutation = Math.max(mutation, newestMutation);
    if (isAnswer) lastAnnounced = session;
    const isOther = isAnswer && shareSession(previous, session, identify) !== (previous ?? null);
    const isOtherUser =
      isOther && previous !== undefined && !isSameUser(previous, session, identify);
    return [isMutation, isOtherUser, isMutation ? type !== "mutating" : isOther];
  }

  /** For pages that cannot hear now, frozen or without an observer. */
  function changeRevision(): void {
    environment.revision(name, String(environment.random()));
  }

  async function make(announcement: Announcement): Promise<Announcement> {
    const { type, session: serverSession } = announcement;
    if (!parse || !serverSession || type !== "answer") return announcement;
    return parse(serverSession).then(
      (session) => ({ ...announcement, session, serverSession }),
      // It may ask in its own time: others go on reading what is of no use to this tab.
      () => ({ ...withoutSession(announcement), stamp: 0 }),
    );
  }

  async function tell(before: Promise<void>, announcement: Announcement): Promise<void> {
    // Together: a schema that hangs is waited for once, and not once for each message.
    const [made] = await Promise.all([make(announcement), before]);
    if (channel) send({ type: "messageReceived", announcement: made });
  }

  function hear(announcement: Announcement): void {
    // Who has told it knew of nobody before, and so could not tell that it is news.
    const [, isOtherUser] = note(announcement);
    if (isOtherUser) changeRevision();
    // What this tab finds now was found by another, who has told it: it need not be told again.
    if (announcement.type === "changed") lastAnnounced = undefined;
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
    announce(announcement) {
      const [isMutation, isOtherUser, isNews] = note(announcement);
      if (isMutation || isOtherUser) changeRevision();
      if (isNews) nextAuth.tell();
      const isWorthStoring = isMutation || isOtherUser || announcement.type === "mutating";
      if (!channel || !(isWorthStoring || channel.carriesData)) return;
      const message = channel.carriesData ? announcement : withoutSession(announcement);
      try {
        channel.post({ ...message, sojourn: PROTOCOL });
      } catch {
        // A session that cannot be copied (a page has put a function into it) stays in its tab.
      }
    },
  };
}
