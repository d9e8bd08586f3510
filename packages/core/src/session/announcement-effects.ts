import type { SessionBase } from "../types/session.ts";
import type { Announcement } from "./announcement.ts";
import type { Draft, Effect } from "./effect.ts";
import { isSameSession, isSameUser } from "./identity.ts";

/** The news of an announcement: what no tab has announced before. */
interface News {
  readonly isMutation: boolean;
  readonly isOtherSession: boolean;
  readonly isOtherUser: boolean;
}

/** Notes an announcement, and returns its news. */
function noteAnnouncement(
  { peers, options }: Draft,
  announcement: Announcement,
  isServerSession: boolean,
): News {
  const { type, mutation, serverSession, session = null } = announcement;
  const { lastAnnounced: last, announcedMutation } = peers;
  // A tab that must revalidate takes a stamp after all that it may have missed, though it has not
  // mutated. So its hello is no news.
  const isMutation = type !== "hello" && mutation > announcedMutation;
  if (isMutation) peers.announcedMutation = mutation;
  // A session that this tab's schema rejects arrives with another type, but it counts as an answer.
  if (type !== "answer" && !serverSession) {
    return { isMutation, isOtherSession: false, isOtherUser: false };
  }
  const announced: SessionBase | null = serverSession ?? session;
  // The app's `identify` expects the output of its schema, and not a server session.
  const identify = isServerSession ? undefined : options.identify;
  peers.lastAnnounced = { type: "session", session: announced };
  const previous = last.type === "session" ? last.session : null;
  const isOtherSession = !isSameSession(previous, announced);
  const isFirst = last.type === "nothing";
  const isOtherUser = isOtherSession && !isFirst && !isSameUser(previous, announced, identify);
  return { isMutation, isOtherSession, isOtherUser };
}

/** Notes an announcement of a peer. */
export function notePeerAnnouncement(draft: Draft, announcement: Announcement): void {
  const { isOtherUser } = noteAnnouncement(draft, announcement, !!announcement.serverSession);
  // The peer knew no user before, so it could not tell that this is another one.
  if (isOtherUser) draft.effects.push(["changeRevision"]);
  // This tab's next read will find what the peer has already announced, so the answer is no news.
  if (announcement.type === "changed" && !announcement.serverSession)
    draft.peers.lastAnnounced = { type: "nothing" };
}

/**
 * Returns the effects of an announcement: for peers, for suspended pages, and for tabs that run
 * next-auth.
 */
export function toAnnouncementEffects(draft: Draft, announcement: Announcement): Effect[] {
  const isServerSession = !!draft.cache.serverSession;
  const { isMutation, isOtherSession, isOtherUser } = noteAnnouncement(
    draft,
    announcement,
    isServerSession,
  );
  const isMutating = announcement.type === "mutating";
  const effects: Effect[] = [];
  // Pages that are frozen or have no subscriber receive no announcements. They compare the
  // revision.
  if (isMutation || isOtherUser) effects.push(["changeRevision"]);
  if (isMutation ? !isMutating : isOtherSession) effects.push(["signalNextAuth"]);
  const isUrgent = isMutation || isOtherUser || isMutating;
  effects.push(["announce", announcement, isUrgent]);
  return effects;
}
