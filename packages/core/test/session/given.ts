import type { SessionFetchError } from "../../src/errors.ts";
import type { FilledCache } from "../../src/session/state/cache.ts";
import type { ReadReason } from "../../src/session/state/next-read.ts";
import { BEGINNING, type Stamp } from "../../src/session/state/stamp.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import type { SessionBase } from "../../src/types/session.ts";
import { READING } from "./values.ts";

/** Makes a state from another one. */
export type Builder = (state: SessionState) => SessionState;

/** Returns the state that the builders make, one after the other. */
export function given(state: SessionState, ...builders: readonly Builder[]): SessionState {
  return builders.reduce((made, build) => build(made), state);
}

/** In the other parts, the mode decides which fields there are. */
type PlainPart = Exclude<keyof SessionState, "cache" | "fetching" | "handover">;

/** Changes fields of a part. */
export function withPart<Name extends PlainPart>(
  name: Name,
  fields: Partial<SessionState[Name]>,
): Builder {
  return (state) => ({ ...state, [name]: { ...state[name], ...fields } });
}

const NOBODY: FilledCache = {
  type: "filled",
  session: null,
  serverSession: undefined,
  stamp: BEGINNING,
  certainty: "fromServer",
  leftUser: null,
};

/** Changes fields of what is known. */
export function withCache(fields: Partial<FilledCache>): Builder {
  return (state) => {
    const known = state.cache.type === "filled" ? state.cache : NOBODY;
    return { ...state, cache: { ...known, ...fields } };
  };
}

export function withSession(session: SessionBase | null): Builder {
  return withCache({ session });
}

export function withStamp(stamp: Stamp): Builder {
  return withCache({ stamp });
}

/** What is known was rendered. */
export const unconfirmed: Builder = withCache({ certainty: "unconfirmed" });

/** What is known may be outdated. */
export const mustRevalidate: Builder = withCache({ certainty: "mustRevalidate" });

/** The session ends then. */
export function endingAt(at: number): Builder {
  return withPart("expiry", { at });
}

/** There is no subscriber any more. */
export const unobserved: Builder = withPart("tab", { type: "unobserved" });

/** A read is under way. */
export function reading(stamp: Stamp = READING): Builder {
  return (state) => ({ ...state, fetching: { type: "reading", id: stamp, stamp } });
}

/** A read is scheduled. */
export function withReadAt(at: number, reason: ReadReason = "trigger"): Builder {
  return withPart("nextRead", { schedule: { type: "scheduled", at, reason } });
}

export const withForcedRead: Builder = withPart("nextRead", { schedule: { type: "forced" } });

/** So many reads have failed. An error is shown only if one is given. */
export function withFailures(count: number, error: SessionFetchError | null = null): Builder {
  return withPart("failure", { count, error });
}

/** An error is shown. */
export function withError(error: SessionFetchError): Builder {
  return withPart("failure", { error });
}

/** One more update of this tab is under way. */
export const updating: Builder = (state) =>
  withPart("mutations", { pending: state.mutations.pending + 1 })(state);

/** One more sign-out of this tab is under way. */
export const signingOut: Builder = (state) => {
  const { pending, pendingAuth } = state.mutations;
  return withPart("mutations", { pending: pending + 1, pendingAuth: pendingAuth + 1 })(state);
};

/** The newest known mutation has this stamp. */
export function withMutation(newest: Stamp): Builder {
  return withPart("mutations", { newest });
}

/** The newest known mutation has this stamp, and is this tab's own. */
export function withOwnMutation(newest: Stamp): Builder {
  return withPart("mutations", { newest, own: newest });
}

/** One more peer updates, and holds reads back until then. */
export function besidePeerMutation(tab: number, until: number): Builder {
  return (state) => {
    const mutations = [...state.peers.mutations, { tab, until, isAuth: false }];
    return withPart("peers", { mutations })(state);
  };
}
