import {
  BACKOFF_MS,
  FIRST_BACKOFF_MS,
  FRESH_MS,
  HIDDEN_DELAY_MS,
  LATEST_END_MS,
  LONGEST_RETRY_JITTER_MS,
  LONG_WAIT_MS,
  PEER_READ_MS,
  STAGGER_MS,
} from "./durations.ts";
import { isFromServer, isUnknown } from "./state/cache.ts";
import { scheduledAt } from "./state/next-read.ts";
import type { SessionState } from "./state/state.ts";
import { isUnobserved } from "./state/tab.ts";

/**
 * Whether what is known is younger than `ms` milliseconds. By default, whether it is so fresh that
 * a trigger causes no read.
 */
export function isFresh({ clock, cache }: SessionState, ms: number = FRESH_MS): boolean {
  return clock.now - cache.stamp < ms;
}

/**
 * Whether the server has confirmed what is known, after all mutations that this tab knows of, and it
 * has not expired.
 */
export function isUpToDate(state: SessionState): boolean {
  const { cache, mutations, clock, expiry } = state;
  const isInformed = cache.stamp > mutations.newest || mutations.own === mutations.newest;
  return isFromServer(state) && isInformed && clock.now < expiry.at;
}

/** Whether polls and retries pause, because the device is offline. */
export function isPaused({ tab, options }: SessionState): boolean {
  return !tab.isOnline && !options.refetchWhenOffline;
}

/**
 * Returns when the next read is due, in milliseconds; `Infinity` if never. A scheduled read (a retry,
 * the end of the wait after hello) takes precedence over polls and expiry. Polls and retries pause
 * while the device is offline.
 *
 * The jitter of ±10 % comes from the fraction of the answer's stamp. It is random from user to
 * user, but the same in all tabs of a user.
 */
export function dueAt(state: SessionState): number {
  const { tab, cache, expiry } = state;
  const { refetchInterval = 0 } = state.options;
  const { schedule } = state.nextRead;
  const scheduleAt = scheduledAt(schedule, state.clock.now);
  if (tab.type === "prerendering") return scheduleAt;
  const isPausing = isPaused(state);
  const isRetryPaused = isPausing && state.failure.count > 0 && schedule.type !== "forced";
  if (scheduleAt < Infinity && !isRetryPaused) return scheduleAt;
  if (isPausing || !(refetchInterval > 0) || !cache.session) return expiry.at;
  const intervalMs = refetchInterval * 1000;
  const jitter = 0.9 + (cache.stamp % 1) * 0.2;
  return Math.min(expiry.at, cache.stamp + intervalMs * jitter);
}

/** Returns until when peer mutations hold reads back. */
export function peersMutateUntil({ peers }: SessionState): number {
  return Math.max(0, ...peers.mutations.map(({ until }) => until));
}

/** Returns when a peer may cause a read again. */
function nextPeerReadAt({ clock, nextRead }: SessionState): number {
  const { peerReadAt } = nextRead;
  return peerReadAt === null ? clock.now : peerReadAt + PEER_READ_MS;
}

/** Whether enough time has passed since the last read for peers. */
export function mayReadForPeer(state: SessionState): boolean {
  return state.clock.now >= nextPeerReadAt(state);
}

/**
 * Returns when the next read may start; `Infinity` while a read or a mutation of this tab is under
 * way, and while the client lingers.
 */
export function nextReadAt(state: SessionState): number {
  if (state.fetching.type === "reading" || state.mutations.pending) return Infinity;
  if (state.tab.isLingering) return Infinity;
  const freeAt = state.peers.mutations.length ? peersMutateUntil(state) : dueAt(state);
  return state.nextRead.isForPeer ? Math.max(freeAt, nextPeerReadAt(state)) : freeAt;
}

/**
 * Returns when the session expires by a server's clock. After that, returns when it ends without an
 * answer.
 */
function endAt({ cache, expiry }: SessionState): number {
  if (!cache.session || !expiry.isFromServer) return Infinity;
  return expiry.endsBy ?? expiry.at;
}

/** Returns the next time at which something has to happen without another event. */
export function nextWakeAt(state: SessionState): number {
  const { tab } = state;
  if (isUnobserved(state) || tab.isLingering) return Infinity;
  const readAt = nextReadAt(state);
  if (tab.type === "prerendering") return readAt;
  const loadedAt = isUnknown(state) && !state.failure.error ? tab.loadingUntil : Infinity;
  return Math.min(readAt, loadedAt, endAt(state));
}

/**
 * Returns when the alarm has to ring, by this tab's own clock. Tabs that are due at once are
 * staggered, and hidden tabs come after visible ones, so that one tab reads and announces the
 * answer.
 */
export function alarmAt(state: SessionState): number {
  const { tab } = state;
  const staggerMs = (tab.id ?? 0) * STAGGER_MS + (tab.isVisible ? 0 : HIDDEN_DELAY_MS);
  return nextWakeAt(state) - state.clock.skewMs + (state.cache.session ? staggerMs : 0);
}

/** Returns when an expired session ends, if no read is answered. */
export function latestEndAt({ clock, options }: SessionState): number {
  return clock.now + options.timeoutMs + LATEST_END_MS;
}

/** Whether the scheduled delay is longer than the client's own delays: a server has asked for it. */
export function isLongWait({ clock, nextRead }: SessionState): boolean {
  return scheduledAt(nextRead.schedule, clock.now) - clock.now > LONG_WAIT_MS;
}

/**
 * Returns milliseconds until the next retry. They are random, so that not all users come back at
 * once, and long, so that retries do not keep a server down.
 *
 * @param retryAfterMs the server's `Retry-After`: how long to wait at least
 */
export function backoffMs(state: SessionState, retryAfterMs = 0): number {
  const { failure } = state;
  const steps = isUnknown(state) ? FIRST_BACKOFF_MS * 2 ** (failure.count - 2) : BACKOFF_MS;
  const ownMs = failure.count === 1 ? FIRST_BACKOFF_MS : Math.min(steps, BACKOFF_MS);
  // The server has sent the same `Retry-After` to all users.
  const spreadMs = Math.min(FIRST_BACKOFF_MS + retryAfterMs / 5, LONGEST_RETRY_JITTER_MS);
  const jitter = 0.5 + state.clock.random;
  return retryAfterMs + jitter * (retryAfterMs > 0 ? spreadMs : ownMs);
}
