import type { User } from "@sojourn/core";

/** The session of the server's one user. */
export interface Sessions {
  user: User | null;
  /** Returns the session for a read. Each read moves its end. */
  read(): { user: User; expires: string } | null;
}

/**
 * Creates the store of the server's session.
 *
 * @param maxAge seconds that a session lasts from its last read
 */
export function createSessions(user: User | null, maxAge: number, now: () => number): Sessions {
  let current = user;
  let endsAt = Infinity;

  return {
    get user() {
      return now() < endsAt ? current : null;
    },
    set user(next) {
      current = next;
      endsAt = Infinity;
    },
    read() {
      if (!current || now() >= endsAt) return null;
      endsAt = now() + maxAge * 1000;
      return { user: current, expires: new Date(endsAt).toISOString() };
    },
  };
}
