import type { SessionBase } from "../../types/session.ts";
import { BEGINNING, type Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** A mutation of a peer, and until when it holds reads back. The peer may die meanwhile. */
export interface PeerMutation {
  readonly tab: number;
  readonly until: number;
  /** Whether it is a sign-in or sign-out. */
  readonly isAuth: boolean;
}

/** An answer that a peer has announced while a mutation kept this tab from merging it. */
export interface DeferredAnswer {
  readonly session?: SessionBase | null | undefined;
  readonly mutation: Stamp;
}

/** What is known of the peers. */
export interface Peers {
  readonly mutations: readonly PeerMutation[];
  readonly deferredAnswer: DeferredAnswer | null;
  /**
   * The peer that last announced that no mutation of its own is under way. It announces its next
   * one itself.
   */
  readonly idleTab: number | null;
  /** The server session that was last announced, by any tab. */
  readonly lastAnnounced:
    | { readonly type: "nothing" }
    | { readonly type: "session"; readonly session: SessionBase | null };
  /** The stamp of the newest announced mutation, of any tab. */
  readonly announcedMutation: Stamp;
  /** When this tab last aborted a request because of a peer mutation, in milliseconds. */
  readonly abortedForAt: number | null;
}

/** Nothing was received from any peer. */
export const NO_PEERS: Peers = {
  mutations: [],
  deferredAnswer: null,
  idleTab: null,
  lastAnnounced: { type: "nothing" },
  announcedMutation: BEGINNING,
  abortedForAt: null,
};

/** Whether a peer signs in or out. */
export function isPeerAuthenticating({ peers }: Pick<SessionState, "peers">): boolean {
  return peers.mutations.some(({ isAuth }) => isAuth);
}
