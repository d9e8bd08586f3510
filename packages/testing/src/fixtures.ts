import type { User } from "@sojourn/core";

/** Somebody whom a fake server knows. */
export interface Account {
  readonly username: string;
  readonly password: string;
  /** What the session says of them. */
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

/** Whom of the two a username and a password belong to. */
export function findAccount(credentials: Readonly<Record<string, unknown>>): User | null {
  const { username, password } = credentials;
  const account = [ada, grace].find((it) => it.username === username && it.password === password);
  return account?.user ?? null;
}

/** A user: Ada, but for the fields that are given. A new object each time. */
export function createUser<U extends object = object>(fields?: U): User & U {
  // What is given replaces Ada's fields, which a spread's type does not say of a type parameter.
  return { ...ada.user, ...fields } as User & U;
}

/**
 * A session of {@link createUser}: `createSession({ role: "admin" })`.
 *
 * @param expires when it ends, as an ISO 8601 date; by default far in the future
 */
export function createSession<U extends object = object>(
  user?: U,
  expires = "2099-01-01T00:00:00.000Z",
): { user: User & U; expires: string } {
  return { user: createUser(user), expires };
}
