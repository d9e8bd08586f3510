import type { User } from "@sojourn/core";

/** A user with an account at the fake server. */
export interface Account {
  readonly username: string;
  readonly password: string;
  /** The user as the session has it. */
  readonly user: User;
}

/** Ada Lovelace: signs in as `ada` with `lovelace`. */
export const ada: Account = {
  username: "ada",
  password: "lovelace",
  user: { id: "1", name: "Ada Lovelace", email: "ada@example.com", image: null },
};

/** Grace Hopper: signs in as `grace` with `hopper`. */
export const grace: Account = {
  username: "grace",
  password: "hopper",
  user: { id: "2", name: "Grace Hopper", email: "grace@example.com", image: null },
};

/** Returns the user with this username and password, or `null`. */
export function findAccount(credentials: Readonly<Record<string, unknown>>): User | null {
  const { username, password } = credentials;
  const account = [ada, grace].find((it) => it.username === username && it.password === password);
  return account?.user ?? null;
}

/** Creates a user: Ada, with the given fields replaced. A new object each time. */
export function createUser<U extends object = object>(fields?: U): User & U {
  // The given fields replace Ada's. The type of a spread does not say so for a type parameter.
  return { ...ada.user, ...fields } as User & U;
}

/**
 * Creates a session with a user of {@link createUser}: `createSession({ role: "admin" })`.
 *
 * @param expires the end of the session as an ISO 8601 date; by default far in the future
 */
export function createSession<U extends object = object>(
  user?: U,
  expires = "2099-01-01T00:00:00.000Z",
): { user: User & U; expires: string } {
  return { user: createUser(user), expires };
}
