import type { SessionFetchError } from "../errors.ts";
import type { Draft } from "./effect.ts";
import type { SessionAnswer } from "./event.ts";
import { isSameUser, shareSession } from "./share-structure.ts";

/** Makes a session what is known, and says what that changes. */
export function know(
  draft: Draft,
  { session, raw, lifetimeMs }: SessionAnswer,
  askedAt: number,
): void {
  const { session: previous, now, effects } = draft;
  // What a schema makes anew of the same answer would be another object each time.
  const known = raw && shareSession(draft.raw, raw);
  const isSame = known && known === draft.raw;
  const next = isSame && previous ? previous : shareSession(previous, session);
  if (!next && previous) {
    if (now >= draft.expiresAt) effects.push(["expired"]);
    effects.push(["signedOut"]);
  } else if (next && previous === null) effects.push(["signedIn", next]);
  else if (next && previous && !isSameUser(next, previous)) {
    effects.push(["userChanged", next, previous]);
  }
  Object.assign(draft, {
    session: next,
    raw: known,
    expires: session?.expires,
    expiresAt: session ? now + lifetimeMs : Infinity,
    askedAt,
    isConfirmed: true,
    isInDoubt: false,
    error: null,
    failures: 0,
    reading: 0,
    deniedSince: 0,
    isToldLater: false,
    readAt: Infinity,
  } satisfies Partial<Draft>);
}

/** Notes a failure. What is known stays, unless its time is over. */
export function fail(
  draft: Draft,
  error: SessionFetchError,
  failures: number,
  retryAt: number,
): void {
  const { now, expiresAt, askedAt, effects } = draft;
  const isOver = now >= expiresAt;
  effects.push(["error", error]);
  if (isOver) {
    know(draft, { session: null, lifetimeMs: 0 }, askedAt);
    // By the clock, without the server's word: nothing for other tabs.
    draft.isConfirmed = false;
  }
  // The same error again is nothing new to show.
  if (draft.error?.message !== error.message) draft.error = error;
  draft.failures = failures;
  draft.isToldLater = false;
  draft.reading = 0;
  draft.deniedSince = 0;
  draft.readAt = isOver ? retryAt : Math.min(retryAt, expiresAt);
}

/** Plans a read, if none is planned for sooner. */
export function plan(draft: Draft, at: number): void {
  draft.readAt = Math.min(draft.readAt, at);
}

/** Makes the read under way worthless: it is aborted, and what it answers all the same is dropped. */
export function drop(draft: Draft, includesUpdates = false): void {
  draft.reading = 0;
  draft.effects.push(["abort", includesUpdates]);
  // The others wait for what this read was to tell.
  if (draft.isToldLater) draft.effects.push(["announce", "changed"]);
  draft.isToldLater = false;
}
