import type { SessionEventMap } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import type { AnnouncementType } from "./announcement.ts";
import type { SessionInputs } from "./event.ts";
import type { SessionState } from "./state.ts";

interface Events extends SessionEventMap<SessionBase> {
  /** The cookie of this user, who has left, may have come back. For the client itself. */
  revived: [user: SessionBase];
}

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
  /** Tell the other tabs all that is known now. */
  | [name: "announce", type: AnnouncementType]
  | Emission;

/** The next state while it is being made: a copy, which nobody else has seen. */
export interface Draft extends SessionState {
  effects: Effect[];
}

/** Does to the draft what an event means. */
export type Handler<Type extends keyof SessionInputs> = (
  draft: Draft,
  event: SessionInputs[Type],
) => void;
