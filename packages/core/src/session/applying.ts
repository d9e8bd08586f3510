import type { SessionFetchError } from "../errors.ts";
import type { Draft } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { LONGEST_RETRY_MS } from "./durations.ts";
import { hasEnded } from "./state/expiry.ts";
import { NO_FAILURE } from "./state/failure.ts";
import { IDLE } from "./state/fetching.ts";
import { clearSchedule, replaceRead } from "./state/next-read.ts";
import type { Stamp } from "./state/stamp.ts";

type Known = Draft["cache"]["session"];

/** Emits the events of `client.on` that follow from a change of the session. */
function emitChange(draft: Draft, previous: Known, next: Known): void {
  const { effects } = draft;
  if (!next && previous) {
    if (draft.clock.now >= draft.expiry.at) effects.push(["expired"]);
    effects.push(["signedOut"]);
  } else if (next && previous === null) effects.push(["signedIn", next]);
  else if (next && previous && !isSameUser(next, previous, draft.options.identify)) {
    effects.push(["userChanged", next, previous]);
  }
}

/** Caches an answer, and emits what that changes. A read under way continues. */
export function cacheAnswer(draft: Draft, answer: SessionAnswer, stamp: Stamp): void {
  const { session, lifetimeMs, isServerClock } = answer;
  const { session: previous, serverSession: known } = draft.cache;
  // A schema creates a new object each time, even from an equal answer. So compare the server
  // sessions.
  const serverSession = answer.serverSession && shareSession(known, answer.serverSession);
  const isSame = serverSession && serverSession === known;
  const next =
    isSame && previous ? previous : shareSession(previous, session, draft.options.identify);
  emitChange(draft, previous, next);
  draft.cache = {
    type: "filled",
    session: next,
    serverSession,
    stamp,
    certainty: "fromServer",
    leftUser: null,
  };
  draft.expiry = {
    expires: session?.expires,
    at: session ? draft.clock.now + lifetimeMs : Infinity,
    isFromServer: isServerClock,
    endsBy: null,
  };
  draft.failure = { ...NO_FAILURE };
}

/** Ends the read under way in the state. The read is over or invalid, and nothing waits for it. */
export function endRead(draft: Draft): void {
  draft.fetching = IDLE;
  draft.nextRead.deniedSince = null;
  draft.mutations.areConcludedByRead = false;
}

/**
 * Applies an answer: caches it, and ends the read under way and the scheduled read, which are not
 * needed any more.
 */
export function applyAnswer(draft: Draft, answer: SessionAnswer, stamp: Stamp): void {
  cacheAnswer(draft, answer, stamp);
  endRead(draft);
  clearSchedule(draft);
}

/** Marks the cached session as unconfirmed: it is still shown, but not announced. */
export function markUnconfirmed({ cache }: Draft): void {
  if (cache.certainty === "fromServer") cache.certainty = "unconfirmed";
}

/** Ends the session by the clock, without an answer of the server. A read under way continues. */
export function endSession(draft: Draft): void {
  const answer = { session: null, lifetimeMs: Infinity, isServerClock: false };
  cacheAnswer(draft, answer, draft.cache.stamp);
  // Each tab has its own clock, so the end is not announced.
  markUnconfirmed(draft);
}

/** Applies a failure. The session stays, unless it has expired. @param retryMs when to retry */
export function applyFailure(
  draft: Draft,
  error: SessionFetchError,
  count: number,
  retryMs: number,
): void {
  const { now } = draft.clock;
  draft.effects.push(["error", error]);
  if (hasEnded(draft)) endSession(draft);
  // This expiry was not by a server's clock. It has caused the read that failed, and does not sign
  // out.
  else if (now >= draft.expiry.at) draft.expiry.at = Infinity;
  const { failure } = draft;
  // An equal error is no change, so its object stays the same.
  if (failure.error?.message !== error.message) failure.error = error;
  failure.count = count;
  endRead(draft);
  replaceRead(draft, "retry", Math.min(retryMs, LONGEST_RETRY_MS, draft.expiry.at - now));
}

/**
 * Invalidates the read under way: aborts it, and drops its answer if one still comes.
 *
 * @param includesMutations whether to abort the requests of mutations that may set the cookie, too
 */
export function invalidateRead(draft: Draft, includesMutations = false): void {
  const { mutations, effects } = draft;
  draft.fetching = IDLE;
  effects.push(["abort", includesMutations]);
  // Peers wait for the announcement that this read was to make.
  if (mutations.areConcludedByRead) effects.push(["announce", "changed"]);
  mutations.areConcludedByRead = false;
}
