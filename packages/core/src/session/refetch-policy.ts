import { FORCED, isUnknown, type SessionState } from "./state.ts";

/** Focus, reconnect, a new tab: an answer younger than this will do. */
export const FRESH_MS = 5000;
/** How long a try is put off, give or take half: the first time … */
const FIRST_BACKOFF_MS = 4000;
/** … and from then on. Whoever sees nothing at all yet gets there in steps. */
const BACKOFF_MS = 33_000;
const LONGEST_SPREAD_MS = 10_000;
/** A longer wait than that, a server has asked for. */
const LONG_WAIT_MS = 90_000;
/** No try is put off for longer, whatever a server or another tab says. */
export const LONGEST_RETRY_MS: number = 5 * 60_000;
/** What other tabs say causes one read in so many milliseconds, and no more. */
const PEER_READ_MS = 1000;
/** So long after its end a session is over, though the server could not be asked. */
const LAST_WORD_MS = 5000;
/** How long a new tab waits for another tab's greeting before it asks the server. */
export const HELLO_MS = 15;
/** How long another tab's mutation holds back our reads, should that tab die meanwhile. */
export const PEER_MUTATION_MS = 5000;
/** How long after another tab was seen reading we look again. */
export const LOCK_RETRY_MS = 1000;
/** A lock is kept until the other tabs have heard the answer, lest one of them asks again. */
export const LOCK_LINGER_MS = 30;
/** By then the lock is free of a read that another tab has told of. */
export const LOCK_FREE_MS = 45;
/** The one quick retry of a first read that has failed at once comes within this time. */
export const QUICK_RETRY_MS = 300;

/** Tabs that are due at once go within this time of each other … */
const SPREAD_MS = 30;
/** … and hidden ones after the visible ones. */
const HIDDEN_DELAY_MS = 200;

/** Whether what is known is young enough for a trigger that is not a poll. */
export function isFresh({ now, stamp }: Readonly<SessionState>): boolean {
  return now - stamp < FRESH_MS;
}

/**
 * When the next read is due; `Infinity` if never. What was planned (a retry, the end of a greeting)
 * goes before polls and expiry; polls and retries rest while there is no network.
 *
 * The ±10 % of jitter come from the fraction of the answer's stamp: random from user to user, yet
 * the same in all tabs of one.
 */
export function dueAt(state: Readonly<SessionState>): number {
  const { isOnline, options, session, readAt, failures, stamp, expiresAt } = state;
  const { refetchInterval = 0, refetchWhenOffline } = options;
  if (state.isPrerendering) return readAt;
  const isPaused = !isOnline && !refetchWhenOffline;
  if (readAt < Infinity && !(isPaused && failures && readAt !== FORCED)) return readAt;
  if (isPaused || !(refetchInterval > 0) || !session) return expiresAt;
  return Math.min(expiresAt, stamp + refetchInterval * (900 + (stamp % 1) * 200));
}

/** Until when mutations of other tabs hold back our reads. */
export function peersMutateUntil({ peerMutations }: Readonly<SessionState>): number {
  return Math.max(0, ...peerMutations.map(([, until]) => until));
}

/** Whether it is long enough since another tab's word last caused a request. */
export function mayReadForPeer({ now, peerReadAt }: Readonly<SessionState>): boolean {
  return now >= peerReadAt + PEER_READ_MS;
}

/** When the next read may be made; `Infinity` while one is under way, or a mutation of this tab. */
export function nextReadAt(state: Readonly<SessionState>): number {
  const { reading, mutating, peerMutations, isPeerRead, peerReadAt } = state;
  if (reading || mutating) return Infinity;
  const freeAt = peerMutations.length ? peersMutateUntil(state) : dueAt(state);
  return isPeerRead ? Math.max(freeAt, peerReadAt + PEER_READ_MS) : freeAt;
}

/** When a session reaches its end, and once it has, when it is over. */
function endAt({ session, isExpiryFromServer, expiresAt, endsBy }: Readonly<SessionState>): number {
  if (!session || !isExpiryFromServer) return Infinity;
  return endsBy < Infinity ? endsBy : expiresAt;
}

/** When something has to happen next, if nothing else does. */
export function nextWakeAt(state: Readonly<SessionState>): number {
  const { isObserved, isPrerendering, error, loadingUntil } = state;
  if (!isObserved) return Infinity;
  const readAt = nextReadAt(state);
  if (isPrerendering) return readAt;
  const loadedAt = isUnknown(state) && !error ? loadingUntil : Infinity;
  return Math.min(readAt, loadedAt, endAt(state));
}

/**
 * When to look again, by this tab's own clock. Tabs that are due at once take turns, and hidden ones
 * let the visible ones go first, so that one of them asks and tells the others.
 */
export function alarmAt(state: Readonly<SessionState>): number {
  const { session, tab, isVisible, skewMs } = state;
  const staggerMs = session ? tab * SPREAD_MS + (isVisible ? 0 : HIDDEN_DELAY_MS) : 0;
  return nextWakeAt(state) - skewMs + staggerMs;
}

/** When a session that has reached its end is over, whatever holds up the read that asks about it. */
export function lastWordAt({ now, options }: Readonly<SessionState>): number {
  return now + options.timeoutMs + LAST_WORD_MS;
}

/** Whether a wait is much longer than any of our own: a server has asked for it. */
export function isLongWait({ now, readAt }: Readonly<SessionState>): boolean {
  return readAt - now > LONG_WAIT_MS;
}

/**
 * Milliseconds until the next try after so many failures in a row: at random, so that not all people
 * come back at once, and rarely, so that a server that is down is not held down.
 *
 * @param retryAfterMs how long the server has asked to wait, at least
 */
export function backoffMs(state: Readonly<SessionState>, retryAfterMs = 0): number {
  const { failures, random } = state;
  const steps = isUnknown(state) ? FIRST_BACKOFF_MS * 2 ** (failures - 2) : BACKOFF_MS;
  const own = failures === 1 ? FIRST_BACKOFF_MS : Math.min(steps, BACKOFF_MS);
  // All have been told to come back at the same time.
  const spread = Math.min(FIRST_BACKOFF_MS + retryAfterMs / 5, LONGEST_SPREAD_MS);
  return retryAfterMs + (0.5 + random) * (retryAfterMs > 0 ? spread : own);
}

/** Whether no read is under way, asked for, or about to be done over. */
export function isSettled(state: Readonly<SessionState>): boolean {
  const { isObserved, reading, readAt, error, failures } = state;
  return !isObserved || !(reading || readAt === FORCED || (isUnknown(state) && !error && failures));
}
