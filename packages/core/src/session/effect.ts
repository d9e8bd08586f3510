import type { SessionEventMap } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import type { Announcement, AnnouncementType } from "./announcement.ts";
import type { SessionInputs } from "./event.ts";
import type { SessionState } from "./state/state.ts";

type Events = SessionEventMap<SessionBase>;

/** Calls the listeners of `client.on`. */
export type Emission = {
  [Name in keyof Events]: [name: Name, ...args: Events[Name]];
}[keyof Events];

/** An effect. The machine returns it, and the runtime carries it out. */
export type Effect =
  /** Reads the session. */
  | [name: "read", id: number, isForced: boolean]
  /**
   * Aborts the read under way. If it `includesMutations`, also their requests that may set the
   * cookie: a sign-in or sign-out overtakes them, or the page is left.
   */
  | [name: "abort", includesMutations: boolean]
  /**
   * Announces to peers. An urgent one is also sent where it can only say that something has
   * changed.
   */
  | [name: "announce", announcement: Announcement, isUrgent: boolean]
  /**
   * Writes a new revision, for pages that receive no announcements now. The session has changed.
   */
  | [name: "changeRevision"]
  /** Makes tabs that run next-auth read the session. */
  | [name: "signalNextAuth"]
  /** Confirms a sign-out, because the cookie of this user may have been set again. */
  | [name: "confirmSignOut", user: SessionBase]
  | Emission;

/** An effect in a draft. An announcement gets its content only when the next state is complete. */
export type DraftEffect =
  | Exclude<Effect, ["announce", ...unknown[]]>
  | [name: "announce", type: AnnouncementType];

type Mutable<T> = T extends object ? { -readonly [Name in keyof T]: T[Name] } : T;

/**
 * The next state while an event is handled. All its parts are copies, so handlers can write to
 * them.
 */
export type Draft = { -readonly [Name in keyof SessionState]: Mutable<SessionState[Name]> } & {
  effects: DraftEffect[];
};

/** Changes the draft in response to an event. */
export type Handler<Type extends keyof SessionInputs> = (
  draft: Draft,
  event: SessionInputs[Type],
) => void;
