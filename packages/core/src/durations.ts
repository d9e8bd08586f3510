/*
 * A module that imports nothing: bundlers then write the numbers where the names are.
 */

/** Until a request that only reads is given up. */
export const TIMEOUT_MS = 10_000;
/** The same for a POST: the server may be waiting for a directory or a mail server of its own. */
export const MUTATION_TIMEOUT_MS = 60_000;
/** How long everything runs on after the last subscriber has left: it may only be remounting. */
export const LINGER_MS = 1000;
/** How long to wait until the browser says whether a lock is free. */
export const LOCK_WAIT_MS = 1000;
/**
 * How long a lock is kept after a failure. It is longer than usual, so that no peer misses a
 * `Retry-After`. Nothing waits for this lock.
 */
export const FAILURE_LINGER_MS = 200;
/** How often a popup is checked for its return, and how long an update lets others go first. */
export const PAUSE_MS = 50;
/** A server that sends a session which has ended, or ends at once, would be asked without end. */
export const MIN_LIFETIME_MS = 1000;
