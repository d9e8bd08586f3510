/*
 * A module that imports nothing: bundlers then write the numbers where the names are.
 */

/** Until a request that only reads is given up. */
export const TIMEOUT_MS = 10_000;
/** The same for a POST: the server may be waiting for a directory or a mail server of its own. */
export const MUTATION_TIMEOUT_MS = 60_000;
/** After the last subscriber has left, all is kept running for so long: it may only be remounting. */
export const LINGER_MS = 1000;
/** A browser that takes longer to say whether a lock is free is not waited for. */
export const LOCK_WAIT_MS = 1000;
/** A lock is kept longer after a failure: a `Retry-After` is not to be missed, and nobody waits. */
export const FAILURE_LINGER_MS = 200;
/** How often a popup is checked for its return, and how long an update lets others go first. */
export const PAUSE_MS = 50;
/** A server that sends a session which has ended, or ends at once, would be asked without end. */
export const MIN_LIFETIME_MS = 1000;
