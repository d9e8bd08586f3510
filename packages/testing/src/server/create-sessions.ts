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
 * @param maxAge seconds that a session lasts from the sign-in, or from its last read
 */
export function createSessions(user: User | null, maxAge: number, now: () => number): Sessions {
  let current = user;
  const endFromNow = (): number => now() + maxAge * 1000;
  // Whoever is signed in from the start has come at a time that nobody knows.
  let endsAt = Infinity;

  return {
    get user() {
      return now() < endsAt ? current : null;
    },
    set user(next) {
      current = next;
      endsAt = endFromNow();
    },
    read() {
      if (!current || now() >= endsAt) return null;
      endsAt = endFromNow();
      return { user: current, expires: new Date(endsAt).toISOString() };
    },
  };
}
