import type { SessionFetchError } from "../errors.ts";
import type { Draft } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { LONGEST_RETRY_MS } from "./refetch-policy.ts";
import { hasEnded } from "./state/expiry.ts";
import { NO_FAILURE } from "./state/failure.ts";
import { IDLE } from "./state/fetching.ts";
import { cancelPlan, planRead } from "./state/next-read.ts";
import type { Stamp } from "./state/stamp.ts";

type Known = Draft["cache"]["session"];

/** Says what is another session now, for `client.on`. */
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

/** Makes an answer what is known, and says what that changes. The read under way goes on. */
export function cacheAnswer(draft: Draft, answer: SessionAnswer, stamp: Stamp): void {
  const { session, lifetimeMs, isServerClock } = answer;
  const { session: previous, serverSession: known } = draft.cache;
  // What a schema makes anew of the same answer would be another object each time.
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
    endsBy: Infinity,
  };
  draft.failure = { ...NO_FAILURE };
}

/** The read under way is over, or worthless: nothing waits for it any more. */
export function endRead(draft: Draft): void {
  draft.fetching = IDLE;
  draft.nextRead.deniedSince = null;
  draft.mutations.areConcludedByRead = false;
}

/** Makes an answer what is known; no other read is needed. */
export function applyAnswer(draft: Draft, answer: SessionAnswer, stamp: Stamp): void {
  cacheAnswer(draft, answer, stamp);
  endRead(draft);
  cancelPlan(draft);
}

/** What is known was brought by no request of this browser, and is nothing for other tabs. */
export function markUnconfirmed({ cache }: Draft): void {
  if (cache.certainty === "fromServer") cache.certainty = "unconfirmed";
}

/** Ends a session by the clock, without the server's word. What is under way goes on. */
export function endSession(draft: Draft): void {
  const answer = { session: null, lifetimeMs: Infinity, isServerClock: false };
  cacheAnswer(draft, answer, draft.cache.stamp);
  // Each tab has its own clock.
  markUnconfirmed(draft);
}

/** Notes a failure. What is known stays, unless its time is over. @param retryMs when to try again */
export function applyFailure(
  draft: Draft,
  error: SessionFetchError,
  count: number,
  retryMs: number,
): void {
  const { now } = draft.clock;
  draft.effects.push(["error", error]);
  if (hasEnded(draft)) endSession(draft);
  // An end that no server's clock has confirmed has caused this read, and is no evidence.
  else if (now >= draft.expiry.at) draft.expiry.at = Infinity;
  const { failure } = draft;
  // The same error again is nothing new to show.
  if (failure.error?.message !== error.message) failure.error = error;
  failure.count = count;
  endRead(draft);
  planRead(draft, "retry", Math.min(retryMs, LONGEST_RETRY_MS, draft.expiry.at - now));
}

/** Makes the read under way worthless: it is aborted, and what it answers all the same is dropped. */
export function invalidateRead(draft: Draft, includesUpdates = false): void {
  const { mutations, effects } = draft;
  draft.fetching = IDLE;
  effects.push(["abort", includesUpdates]);
  // The others wait for what this read was to tell.
  if (mutations.areConcludedByRead) effects.push(["announce", "changed"]);
  mutations.areConcludedByRead = false;
}
