import type { User } from "@sojourn/core";

/** Who is signed in, until when. */
export interface Sessions {
  user: User | null;
  /** What a read sends; each read moves the session's end. */
  read(): { user: User; expires: string } | null;
}

/**
 * Makes the server's memory of its one user.
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
