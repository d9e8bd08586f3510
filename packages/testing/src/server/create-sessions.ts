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
