/*
 * A module that imports nothing: bundlers then write the numbers where the names are.
 */

/** Milliseconds until a request that only reads is given up. */
export const TIMEOUT_MS = 10_000;
/**
 * The same for a POST. It is longer, because the server may wait for a directory or a mail server.
 */
export const MUTATION_TIMEOUT_MS = 60_000;
/**
 * How long timers and listeners stay after the last subscriber has left. A component may only be
 * remounting.
 */
export const LINGER_MS = 1000;
/** How long to wait until the browser says whether a lock is free. */
export const LOCK_WAIT_MS = 1000;
/**
 * How long a lock is kept after a failure. It is longer than usual, so that no peer misses a
 * `Retry-After`. Nothing waits for this lock.
 */
export const FAILURE_LINGER_MS = 200;
/**
 * The interval in which a popup is checked for its return, and how long an update lets other
 * mutations go first.
 */
export const PAUSE_MS = 50;
/**
 * The shortest lifetime of a session. A server whose sessions end at once would be asked without
 * end otherwise.
 */
export const MIN_LIFETIME_MS = 1000;
/**
 * The longest single wait for another mutation. Timers stand still while a page is suspended, so it
 * loses one such wait at most.
 */
export const WAIT_SLICE_MS = 1000;
