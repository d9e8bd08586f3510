/*
 * A module that imports nothing: bundlers then write the numbers where the names are.
 */

/** An answer younger than this is fresh: focus, reconnect and a new tab cause no read. */
export const FRESH_MS = 5000;
/** The delay of the first retry, plus or minus half. */
export const FIRST_BACKOFF_MS = 4000;
/** The same for later retries. A tab that has nothing to show yet gets there in steps. */
export const BACKOFF_MS = 33_000;
/** The longest time over which users with the same `Retry-After` are spread. */
export const LONGEST_RETRY_JITTER_MS = 10_000;
/** A longer delay than this comes from a server's `Retry-After`. */
export const LONG_WAIT_MS = 90_000;
/** The longest delay of a retry, whatever a server or a peer says. */
export const LONGEST_RETRY_MS = 300_000;
/** Peers cause at most one read in this time. */
export const PEER_READ_MS = 1000;
/** How long a session goes on after its end and a request's timeout, if the server does not answer. */
export const LATEST_END_MS = 5000;
/** How long a new tab waits for a peer's answer to hello before it asks the server. */
export const HELLO_MS = 15;
/** How long a peer mutation holds reads back. The peer may die during the mutation. */
export const PEER_MUTATION_MS = 5000;
/** The delay of the next try after a peer was found to hold the lock. */
export const LOCK_RETRY_MS = 1000;
/**
 * How long a lock is kept after the read, so that the peers receive the answer before one of them
 * reads again.
 */
export const LOCK_LINGER_MS = 30;
/** After this time the lock of a read that a peer has announced is free. */
export const LOCK_FREE_MS = 45;
/** The longest delay of the one quick retry after a failed first read. */
export const QUICK_RETRY_MS = 300;

/** Tabs that are due at once are staggered over this time. */
export const STAGGER_MS = 30;
/** Hidden tabs are delayed further, after the visible ones. */
export const HIDDEN_DELAY_MS = 200;

/** The delay that leaves a read to the alarm, which staggers the tabs. */
export const NEXT_ALARM_MS = 1;
