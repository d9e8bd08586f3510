import type { Session } from "@sojourn/core";

/** A person whom the fake server knows; the password is the name. */
export interface Person {
  id: string;
  name: string;
  email: string;
}

export const ada: Person = { id: "1", name: "Ada", email: "ada@example.org" };
export const grace: Person = { id: "2", name: "Grace", email: "grace@example.org" };

/** A session as a server renders it into a page: a new object each time. */
export function sessionOf(user: Person, expires = "2099-01-01T00:00:00.000Z"): Session {
  return { user: { ...user }, expires };
}
