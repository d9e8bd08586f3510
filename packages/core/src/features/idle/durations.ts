/*
 * A module that imports nothing: bundlers then write the numbers where the names are.
 */

/** Activity is shared with the other tabs at most this often. */
export const ACTIVITY_MS = 1000;
/** Timers stand still during sleep, so the clock is looked at again by then. */
export const CHECK_MS = 10_000;
/** A page that has not looked at the clock for longer was asleep, or frozen. */
export const LONGEST_GAP_MS = 15_000;
/** How long a page that has woken may receive what has happened meanwhile. */
export const SETTLE_MS = 5000;
/** How long other tabs have to send their record, before a new one is started. */
export const RECORD_HELLO_MS = 100;
/** A tab that signs out renews its claim within this time, or another tab takes over. */
export const CLAIM_MS = 10_000;
/** How long a tab respects the lock of one that does not sign out. */
export const LOCK_PATIENCE_MS = 10_000;
/** How long the lock is kept afterwards, until the other tabs have received the outcome. */
export const IDLE_LOCK_LINGER_MS = 100;
/** The wait after the first attempt that has failed. It doubles with each one. */
export const RETRY_MS = 1000;
/** The longest wait after an attempt that has failed. */
export const LONGEST_ATTEMPT_DELAY_MS = 30_000;
