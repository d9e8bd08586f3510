import type { SessionFetchError } from "../errors.ts";
import type { Draft } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { LONGEST_RETRY_MS } from "./refetch-policy.ts";
import { FORCED } from "./state.ts";

/** Makes a session what is known, and says what that changes. */
export function applyAnswer(
  draft: Draft,
  { session, serverSession, lifetimeMs, isServerClock }: SessionAnswer,
  stamp: number,
): void {
  const { session: previous, now, effects } = draft;
  const { identify } = draft.options;
  // What a schema makes anew of the same answer would be another object each time.
  const known = serverSession && shareSession(draft.serverSession, serverSession);
  const isSame = known && known === draft.serverSession;
  const next = isSame && previous ? previous : shareSession(previous, session, identify);
  if (!next && previous) {
    if (now >= draft.expiresAt) effects.push(["expired"]);
    effects.push(["signedOut"]);
  } else if (next && previous === null) effects.push(["signedIn", next]);
  else if (next && previous && !isSameUser(next, previous, identify)) {
    effects.push(["userChanged", next, previous]);
  }
  Object.assign(draft, {
    session: next,
    serverSession: known,
    expires: session?.expires,
    expiresAt: session ? now + lifetimeMs : Infinity,
    isExpiryFromServer: isServerClock,
    endsBy: Infinity,
    stamp,
    isFromServer: true,
    leftUser: undefined,
    mustRevalidate: false,
    error: null,
    failures: 0,
    hasRetriedEarly: false,
    reading: 0,
    deniedSince: 0,
    readConcludesMutation: false,
    readAt: Infinity,
  } satisfies Partial<Draft>);
}

/** Ends a session by the clock, without the server's word. What is under way goes on. */
export function endSession(draft: Draft): void {
  const { stamp, reading, readAt, readConcludesMutation } = draft;
  applyAnswer(draft, { session: null, lifetimeMs: Infinity, isServerClock: false }, stamp);
  // That is nothing for other tabs: each has its own clock.
  Object.assign(draft, {
    reading,
    readAt,
    readConcludesMutation,
    isFromServer: false,
  } satisfies Partial<Draft>);
}

/** Notes a failure. What is known stays, unless its time is over. */
export function applyFailure(
  draft: Draft,
  error: SessionFetchError,
  failures: number,
  retryAt: number,
): void {
  const isOver = draft.now >= draft.expiresAt;
  draft.effects.push(["error", error]);
  if (isOver && draft.isExpiryFromServer) endSession(draft);
  // An end that no server's clock has confirmed has caused this read, and is no evidence.
  else if (isOver) draft.expiresAt = Infinity;
  // The same error again is nothing new to show.
  if (draft.error?.message !== error.message) draft.error = error;
  draft.failures = failures;
  draft.readConcludesMutation = false;
  draft.reading = 0;
  draft.deniedSince = 0;
  draft.readAt = Math.min(retryAt, draft.now + LONGEST_RETRY_MS, draft.expiresAt);
}

/** Plans a read, if none is planned for sooner. */
export function scheduleRead(draft: Draft, at: number): void {
  draft.readAt = Math.min(draft.readAt, at);
}

/** Has a read made at once: the app or the page wants it, so it takes no turn among those of peers. */
export function forceRead(draft: Draft): void {
  draft.readAt = FORCED;
  draft.isPeerRead = false;
}

/** Plans a read because of what another tab has said; those come at most once a second. */
export function scheduleReadForPeer(draft: Draft, at: number): void {
  scheduleRead(draft, at);
  draft.isPeerRead = true;
}

/** Has the read under way done over, once it is given up; another tab's failure may have put it off. */
export function rescheduleRead(draft: Draft): void {
  if (draft.reading && draft.readAt < Infinity) scheduleRead(draft, draft.now);
}

/** Makes the read under way worthless: it is aborted, and what it answers all the same is dropped. */
export function invalidateRead(draft: Draft, includesUpdates = false): void {
  draft.reading = 0;
  draft.effects.push(["abort", includesUpdates]);
  // The others wait for what this read was to tell.
  if (draft.readConcludesMutation) draft.effects.push(["announce", "changed"]);
  draft.readConcludesMutation = false;
}
