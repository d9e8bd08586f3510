/** The idle time of the simulated timers. */
export const TIMEOUT_MS = 60_000;
export const WARN_MS = 20_000;
/**
 * Until when after the end somebody has signed out, if one tab runs and the server answers: ten
 * seconds until a check, as much until a frozen tab loses its turn, as much until its lock is
 * passed over, and some for the attempt.
 */
export const BOUND_MS = 35_000;
