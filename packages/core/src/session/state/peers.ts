import type { SessionBase } from "../../types/session.ts";
import { BEGINNING, type Stamp } from "./stamp.ts";

/** A mutation of another tab, and until when it holds back our reads: that tab may die meanwhile. */
export interface PeerMutation {
  readonly tab: number;
  readonly until: number;
}

/** What another tab has told while a mutation kept this one from taking it. */
export interface DeferredAnswer {
  readonly session?: SessionBase | null | undefined;
  readonly mutation: Stamp;
}

/** The other tabs. */
export interface Peers {
  readonly mutations: readonly PeerMutation[];
  readonly deferredAnswer: DeferredAnswer | null;
  /** The tab last heard to be without a mutation. It tells of its next one itself. */
  readonly idleTab: number | null;
  /** What was last announced of the session, by whichever tab, as the server has sent it. */
  readonly lastAnnounced:
    | { readonly type: "nothing" }
    | { readonly type: "session"; readonly session: SessionBase | null };
  /** The newest mutation announced, by whichever tab. */
  readonly announcedMutation: Stamp;
  /** When this tab last gave up a request because another tab mutates. */
  readonly abortedForAt: number | null;
}

/** None has been heard. */
export const NO_PEERS: Peers = {
  mutations: [],
  deferredAnswer: null,
  idleTab: null,
  lastAnnounced: { type: "nothing" },
  announcedMutation: BEGINNING,
  abortedForAt: null,
};
