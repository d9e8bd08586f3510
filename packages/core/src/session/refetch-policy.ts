import { isUnknown } from "./state/cache.ts";
import { plannedAt } from "./state/next-read.ts";
import type { SessionState } from "./state/state.ts";

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
export function isFresh({ clock, cache }: SessionState): boolean {
  return clock.now - cache.stamp < FRESH_MS;
}

/**
 * When the next read is due; `Infinity` if never. What was planned (a retry, the end of a greeting)
 * goes before polls and expiry; polls and retries rest while there is no network.
 *
 * The ±10 % of jitter come from the fraction of the answer's stamp: random from user to user, yet
 * the same in all tabs of one.
 */
export function dueAt(state: SessionState): number {
  const { tab, cache, expiry } = state;
  const { refetchInterval = 0, refetchWhenOffline } = state.options;
  const { plan } = state.nextRead;
  const planAt = plannedAt(plan, state.clock.now);
  if (tab.mode === "prerendering") return planAt;
  const isPaused = !tab.isOnline && !refetchWhenOffline;
  const isRetryPaused = isPaused && state.failure.count > 0 && plan.type !== "forced";
  if (planAt < Infinity && !isRetryPaused) return planAt;
  if (isPaused || !(refetchInterval > 0) || !cache.session) return expiry.at;
  const jitteredMs = refetchInterval * (900 + (cache.stamp % 1) * 200);
  return Math.min(expiry.at, cache.stamp + jitteredMs);
}

/** Until when mutations of other tabs hold back our reads. */
export function peersMutateUntil({ peers }: SessionState): number {
  return Math.max(0, ...peers.mutations.map(({ until }) => until));
}

/** When another tab's word may cause a request again. */
function peersMayAskAt({ clock, nextRead }: SessionState): number {
  const { peerReadAt } = nextRead;
  return peerReadAt === null ? clock.now : peerReadAt + PEER_READ_MS;
}

/** Whether it is long enough since another tab's word last caused a request. */
export function mayReadForPeer(state: SessionState): boolean {
  return state.clock.now >= peersMayAskAt(state);
}

/** When the next read may be made; `Infinity` while one is under way, or a mutation of this tab. */
export function nextReadAt(state: SessionState): number {
  if (state.fetching.type === "reading" || state.mutations.pending) return Infinity;
  const freeAt = state.peers.mutations.length ? peersMutateUntil(state) : dueAt(state);
  return state.nextRead.isForPeer ? Math.max(freeAt, peersMayAskAt(state)) : freeAt;
}

/** When a session reaches its end, and once it has, when it is over. */
function endAt({ cache, expiry }: SessionState): number {
  if (!cache.session || !expiry.isFromServer) return Infinity;
  return expiry.endsBy < Infinity ? expiry.endsBy : expiry.at;
}

/** When something has to happen next, if nothing else does. */
export function nextWakeAt(state: SessionState): number {
  const { tab } = state;
  if (tab.mode === "unobserved") return Infinity;
  const readAt = nextReadAt(state);
  if (tab.mode === "prerendering") return readAt;
  const loadedAt = isUnknown(state) && !state.failure.error ? tab.loadingUntil : Infinity;
  return Math.min(readAt, loadedAt, endAt(state));
}

/**
 * When to look again, by this tab's own clock. Tabs that are due at once take turns, and hidden ones
 * let the visible ones go first, so that one of them asks and tells the others.
 */
export function alarmAt(state: SessionState): number {
  const { tab } = state;
  const turnMs = (tab.id ?? 0) * SPREAD_MS + (tab.isVisible ? 0 : HIDDEN_DELAY_MS);
  return nextWakeAt(state) - state.clock.skewMs + (state.cache.session ? turnMs : 0);
}

/** When a session that has reached its end is over, whatever holds up the read that asks about it. */
export function lastWordAt({ clock, options }: SessionState): number {
  return clock.now + options.timeoutMs + LAST_WORD_MS;
}

/** Whether a wait is much longer than any of our own: a server has asked for it. */
export function isLongWait({ clock, nextRead }: SessionState): boolean {
  return plannedAt(nextRead.plan, clock.now) - clock.now > LONG_WAIT_MS;
}

/**
 * Milliseconds until the next try after so many failures in a row: at random, so that not all people
 * come back at once, and rarely, so that a server that is down is not held down.
 *
 * @param retryAfterMs how long the server has asked to wait, at least
 */
export function backoffMs(state: SessionState, retryAfterMs = 0): number {
  const { failure } = state;
  const steps = isUnknown(state) ? FIRST_BACKOFF_MS * 2 ** (failure.count - 2) : BACKOFF_MS;
  const own = failure.count === 1 ? FIRST_BACKOFF_MS : Math.min(steps, BACKOFF_MS);
  // All have been told to come back at the same time.
  const spread = Math.min(FIRST_BACKOFF_MS + retryAfterMs / 5, LONGEST_SPREAD_MS);
  const jitter = 0.5 + state.clock.random;
  return retryAfterMs + jitter * (retryAfterMs > 0 ? spread : own);
}

/** Whether no read is under way, asked for, or about to be done over. */
export function isSettled(state: SessionState): boolean {
  const { failure } = state;
  if (state.tab.mode === "unobserved") return true;
  const isRetryingFirst = isUnknown(state) && !failure.error && failure.count > 0;
  return (
    state.fetching.type === "idle" && state.nextRead.plan.type !== "forced" && !isRetryingFirst
  );
}
