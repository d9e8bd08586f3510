import type { SessionEventMap } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import type { Announcement, AnnouncementType } from "./announcement.ts";
import type { SessionInputs } from "./event.ts";
import type { SessionState } from "./state/state.ts";

type Events = SessionEventMap<SessionBase>;

/** Listeners of `client.on` are to be called. */
export type Emission = {
  [Name in keyof Events]: [name: Name, ...args: Events[Name]];
}[keyof Events];

/** Something for the outside to do. The machine only says so; the runtime does it. */
export type Effect =
  /** Ask the session endpoint. */
  | [name: "read", reading: number, isForced: boolean]
  /** Abort the read under way, and the updates too where another mutation overtakes them. */
  | [name: "abort", includesUpdates: boolean]
  /** Tell the other tabs; also where that tells no more than that there is news, if it is urgent. */
  | [name: "announce", announcement: Announcement, isUrgent: boolean]
  /** Leave a mark for pages that cannot hear now: the session has changed. */
  | [name: "changeRevision"]
  /** Have tabs that run next-auth read the session. */
  | [name: "signalNextAuth"]
  /** See whether the sign-out has stayed: the cookie of this user may have come back. */
  | [name: "confirmSignOut", user: SessionBase]
  | Emission;

/** An effect while the next state is being made: what is announced is all that is known in the end. */
export type DraftEffect =
  | Exclude<Effect, ["announce", ...unknown[]]>
  | [name: "announce", type: AnnouncementType];

type Mutable<T> = T extends object ? { -readonly [Name in keyof T]: T[Name] } : T;

/** The next state while it is being made: copies of all its parts, which nobody else has seen. */
export type Draft = { -readonly [Name in keyof SessionState]: Mutable<SessionState[Name]> } & {
  effects: DraftEffect[];
};

/** Does to the draft what an event means. */
export type Handler<Type extends keyof SessionInputs> = (
  draft: Draft,
  event: SessionInputs[Type],
) => void;
