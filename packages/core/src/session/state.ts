import type { SessionFetchError } from "../errors.ts";
import type { RefetchOptions } from "../types/options.ts";
import type { SessionBase } from "../types/session.ts";
import { lifetimeMs } from "./expiry.ts";
import type { HandedOver } from "./handed-over.ts";
import type { Identify } from "./identity.ts";

/**
 * All that the client knows. Times are milliseconds by the clock that all tabs share; `Infinity`
 * means never.
 *
 * `stamp`, `reading` and `mutation` are places in one order of the reads and mutations of all
 * tabs; see `nextStamp`.
 */
export interface SessionState {
  options: RefetchOptions & { timeoutMs: number; identify?: Identify | undefined };
  /** A random number that tells this tab from the others; 0 before anybody has looked. */
  tab: number;

  /** What is known: `undefined` nothing, `null` nobody is signed in, else the session. */
  session?: SessionBase | null | undefined;
  /** What `session` was before a schema made something of it. */
  serverSession?: SessionBase | undefined;
  /** The session's newest `expires`. Kept apart, so that `session` stays the same object. */
  expires?: string | undefined;
  expiresAt: number;
  /** Whether `expiresAt` is by a server's clock. By the page's alone, it causes a read and nothing else. */
  isExpiryFromServer?: boolean;
  /** When the session ends although nobody could ask the server; set when `expiresAt` has passed. */
  endsBy: number;
  /** When `session` was asked for: its freshness and its place in the order. */
  stamp: number;
  /** Whether a request of this browser has brought `session`, and not a rendered page. */
  isFromServer?: boolean;
  /** Who was known before another tab said that nobody is signed in. */
  leftUser?: SessionBase | undefined;
  /** A restored page: `session` may be outdated, and is not shown before it is confirmed. */
  mustRevalidate: boolean;
  /** What a page has handed over, until the server has confirmed it. */
  handedOver?: HandedOver | undefined;
  /** Why the last read failed, once that is worth showing. */
  error: SessionFetchError | null;
  failures: number;
  /** Whether the user has already broken a long wait for the next try, by coming back. */
  hasRetriedEarly?: boolean;

  isObserved?: boolean;
  /** Whether the page is not shown yet: it reads once, and says nothing. */
  isPrerendering?: boolean;
  isOnline?: boolean;
  isVisible?: boolean;
  /** The time of the last event. */
  now: number;
  /** A random number in [0, 1), of the last event. */
  random: number;
  /** How far the shared clock is ahead of this tab's. */
  skewMs: number;

  /** The read under way, by its place in the order; 0 for none, or for one that is worthless now. */
  reading: number;
  /** When this tab last gave up a request because another tab mutates. */
  abortedForPeerAt: number;
  /** Since when another tab has been found reading, time after time; 0 if it was not. */
  deniedSince: number;
  /** When to read next, apart from polls and expiry; `FORCED`: as soon as no mutation forbids it. */
  readAt: number;
  /** Whether another tab's word is a reason for that read. */
  isPeerRead?: boolean;
  /** When a read was last made for that reason. */
  peerReadAt: number;
  /** When "loading" ends, whatever the server does. */
  loadingUntil: number;

  /** Mutations of this tab under way. */
  mutating: number;
  /** The sign-ins and sign-outs among them. */
  pendingAuth: number;
  /** Whether other tabs wait for the end of a mutation, which the answer of a read is to tell. */
  readConcludesMutation?: boolean | undefined;
  /** The newest mutation known, of any tab. */
  mutation: number;
  /** That mutation, if it is this tab's own and its answer is known, or still waited for. */
  ownMutation: number;
  /** The other tabs that mutate, and until when that holds back our reads: they may die meanwhile. */
  peerMutations: readonly (readonly [tab: number, until: number])[];
  /** What another tab has told last while a mutation kept this one from taking it. */
  deferredAnswer?: { readonly session?: SessionBase | null | undefined; readonly mutation: number };
  /** The tab last heard to be without a mutation. It tells of its next one itself. */
  idlePeer?: number | undefined;
}

/** A read that takes no lock and asks nobody's leave: by `getSession()`, or for the truth. */
export const FORCED: number = -Infinity;

/**
 * The state before anything has happened: nothing going on, and nothing known but what the page was
 * rendered with. It reads no clock, so that rendering does not.
 */
export function createSessionState(
  options: SessionState["options"],
  session?: SessionBase | null,
): SessionState {
  return {
    options,
    tab: 0,
    session,
    expires: session?.expires,
    // By the page's own clock.
    expiresAt: lifetimeMs(session?.expires, 0),
    endsBy: Infinity,
    stamp: 0,
    mustRevalidate: false,
    error: null,
    failures: 0,
    now: 0,
    random: 0,
    skewMs: 0,
    reading: 0,
    abortedForPeerAt: 0,
    deniedSince: 0,
    readAt: Infinity,
    peerReadAt: 0,
    loadingUntil: Infinity,
    mutating: 0,
    pendingAuth: 0,
    mutation: 0,
    ownMutation: 0,
    peerMutations: [],
  };
}

/** Whether there is nothing to show: not read yet, or perhaps outdated. */
export function isUnknown({ session, mustRevalidate }: Readonly<SessionState>): boolean {
  return session === undefined || !!mustRevalidate;
}

/**
 * A place after everything that this tab knows of. It is a time, with a random fraction that breaks
 * ties between tabs and jitters the polls.
 */
export function nextStamp({ now, random, stamp, mutation }: Readonly<SessionState>): number {
  return Math.max(now, stamp + 1, mutation + 1) + random;
}
