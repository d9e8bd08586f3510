import type { SessionBase } from "../types/session.ts";
import type { Announcement } from "./announcement.ts";
import type { Draft, Effect } from "./effect.ts";
import { isSameUser, shareSession } from "./identity.ts";

/** What of an announcement had not been said before, by whichever tab. */
interface News {
  readonly isMutation: boolean;
  readonly isOtherSession: boolean;
  readonly isOtherUser: boolean;
}

/** Takes note of an announcement, and tells what of it is news. */
function takeNews({ peers, options }: Draft, announcement: Announcement, isRaw: boolean): News {
  const { type, mutation, serverSession, session = null } = announcement;
  const { lastAnnounced: last, announcedMutation } = peers;
  // A tab that is in doubt takes its place after whatever it may have missed.
  const isMutation = type !== "hello" && mutation > announcedMutation;
  if (isMutation) peers.announcedMutation = mutation;
  // One that this tab's schema makes nothing of is an answer all the same.
  if (type !== "answer" && !serverSession) {
    return { isMutation, isOtherSession: false, isOtherUser: false };
  }
  const said: SessionBase | null = serverSession ?? session;
  // The app's function knows what its schema makes, and not what the server sends.
  const identify = isRaw ? undefined : options.identify;
  peers.lastAnnounced = { type: "session", session: said };
  const previous = last.type === "session" ? last.session : null;
  const isOtherSession = shareSession(previous, said, identify) !== previous;
  const isFirst = last.type === "nothing";
  const isOtherUser = isOtherSession && !isFirst && !isSameUser(previous, said, identify);
  return { isMutation, isOtherSession, isOtherUser };
}

/** Takes note of what another tab has said. */
export function noteHeard(draft: Draft, announcement: Announcement): void {
  const { isOtherUser } = takeNews(draft, announcement, !!announcement.serverSession);
  // Who has told it knew of nobody before, and so could not tell that it is news.
  if (isOtherUser) draft.effects.push(["changeRevision"]);
  // What this tab finds now was found by another, who has told it: it need not be told again.
  if (announcement.type === "changed" && !announcement.serverSession)
    draft.peers.lastAnnounced = { type: "nothing" };
}

/** The effects by which an announcement reaches all whom it concerns. */
export function spread(draft: Draft, announcement: Announcement): Effect[] {
  const isRaw = !!draft.cache.serverSession;
  const { isMutation, isOtherSession, isOtherUser } = takeNews(draft, announcement, isRaw);
  const isMutating = announcement.type === "mutating";
  const effects: Effect[] = [];
  // For pages that cannot hear now, frozen or without an observer.
  if (isMutation || isOtherUser) effects.push(["changeRevision"]);
  if (isMutation ? !isMutating : isOtherSession) effects.push(["signalNextAuth"]);
  const isUrgent = isMutation || isOtherUser || isMutating;
  effects.push(["announce", announcement, isUrgent]);
  return effects;
}
