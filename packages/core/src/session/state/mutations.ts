import { BEGINNING, type Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** This tab's mutations, and the newest of all tabs. */
export interface Mutations {
  /** How many of this tab are under way. */
  readonly pending: number;
  /** The sign-ins and sign-outs among them. */
  readonly pendingAuth: number;
  /** The newest one known, of any tab. */
  readonly newest: Stamp;
  /** The newest one of this tab, if its answer is known, or still waited for. */
  readonly own: Stamp | null;
  /** Whether other tabs wait for the end of a mutation, which the answer of a read is to tell. */
  readonly areConcludedByRead: boolean;
}

/** Whether an update of this tab is under way. */
export function isUpdating({ mutations }: Pick<SessionState, "mutations">): boolean {
  return mutations.pending > mutations.pendingAuth;
}

/** Whether a mutation is under way, in any tab. */
export function isAnyTabMutating({
  mutations,
  peers,
}: Pick<SessionState, "mutations" | "peers">): boolean {
  return mutations.pending > 0 || peers.mutations.length > 0;
}

/** None is known. */
export const NO_MUTATIONS: Mutations = {
  pending: 0,
  pendingAuth: 0,
  newest: BEGINNING,
  own: null,
  areConcludedByRead: false,
};
