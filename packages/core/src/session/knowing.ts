import type { SessionFetchError } from "../errors.ts";
import type { Draft } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { isSameUser, shareSession } from "./identity.ts";
import { LONGEST_RETRY_MS } from "./refetch-policy.ts";

/** Makes a session what is known, and says what that changes. */
export function know(
  draft: Draft,
  { session, raw, lifetimeMs, isServerClock }: SessionAnswer,
  askedAt: number,
): void {
  const { session: previous, now, effects } = draft;
  const { identify } = draft.options;
  // What a schema makes anew of the same answer would be another object each time.
  const known = raw && shareSession(draft.raw, raw);
  const isSame = known && known === draft.raw;
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
    raw: known,
    expires: session?.expires,
    expiresAt: session ? now + lifetimeMs : Infinity,
    isExpiryConfirmed: isServerClock,
    endsBy: Infinity,
    askedAt,
    isConfirmed: true,
    leftUser: undefined,
    isInDoubt: false,
    error: null,
    failures: 0,
    hasRetriedEarly: false,
    reading: 0,
    deniedSince: 0,
    isToldLater: false,
    readAt: Infinity,
  } satisfies Partial<Draft>);
}

/** Ends a session by the clock, without the server's word. What is under way goes on. */
export function endSession(draft: Draft): void {
  const { askedAt, reading, readAt, isToldLater } = draft;
  know(draft, { session: null, lifetimeMs: Infinity, isServerClock: false }, askedAt);
  // That is nothing for other tabs: each has its own clock.
  Object.assign(draft, {
    reading,
    readAt,
    isToldLater,
    isConfirmed: false,
  } satisfies Partial<Draft>);
}

/** Notes a failure. What is known stays, unless its time is over. */
export function fail(
  draft: Draft,
  error: SessionFetchError,
  failures: number,
  retryAt: number,
): void {
  const isOver = draft.now >= draft.expiresAt;
  draft.effects.push(["error", error]);
  if (isOver && draft.isExpiryConfirmed) endSession(draft);
  // An end that no server's clock has confirmed has caused this read, and is no evidence.
  else if (isOver) draft.expiresAt = Infinity;
  // The same error again is nothing new to show.
  if (draft.error?.message !== error.message) draft.error = error;
  draft.failures = failures;
  draft.isToldLater = false;
  draft.reading = 0;
  draft.deniedSince = 0;
  draft.readAt = Math.min(retryAt, draft.now + LONGEST_RETRY_MS, draft.expiresAt);
}

/** Plans a read, if none is planned for sooner. */
export function plan(draft: Draft, at: number): void {
  draft.readAt = Math.min(draft.readAt, at);
}

/** Plans a read because of what another tab has said; those come at most once a second. */
export function planForPeer(draft: Draft, at: number): void {
  plan(draft, at);
  draft.isPeerRead = true;
}

/** Has the read under way done over, once it is given up; another tab's failure may have put it off. */
export function planAnew(draft: Draft): void {
  if (draft.reading && draft.readAt < Infinity) plan(draft, draft.now);
}

/** Makes the read under way worthless: it is aborted, and what it answers all the same is dropped. */
export function drop(draft: Draft, includesUpdates = false): void {
  draft.reading = 0;
  draft.effects.push(["abort", includesUpdates]);
  // The others wait for what this read was to tell.
  if (draft.isToldLater) draft.effects.push(["announce", "changed"]);
  draft.isToldLater = false;
}
