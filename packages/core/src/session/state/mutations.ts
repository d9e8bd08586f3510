import { BEGINNING, type Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** The mutations of this tab, and the newest of all tabs. */
export interface Mutations {
  /** How many mutations of this tab are under way. */
  readonly pending: number;
  /** How many of them are sign-ins and sign-outs. */
  readonly pendingAuth: number;
  /** The stamp of the newest known mutation, of any tab. */
  readonly newest: Stamp;
  /** The stamp of this tab's newest mutation, if its answer is known, or still awaited. */
  readonly own: Stamp | null;
  /** Whether peers wait for the outcome of a mutation that a read of this tab will announce. */
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

/** No mutation is known. */
export const NO_MUTATIONS: Mutations = {
  pending: 0,
  pendingAuth: 0,
  newest: BEGINNING,
  own: null,
  areConcludedByRead: false,
};
