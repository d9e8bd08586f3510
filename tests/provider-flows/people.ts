/** Somebody with an account at the OpenID provider, and with mail. */
export interface Person {
  username: string;
  name: string;
  email: string;
}

export const ada: Person = { username: "ada", name: "Ada Lovelace", email: "ada@example.com" };

export const grace: Person = {
  username: "grace",
  name: "Grace Hopper",
  email: "grace@example.com",
};

/** The `signIn` callback refuses them, through any provider flow. */
export const mallory: Person = {
  username: "mallory",
  name: "Mallory",
  email: "mallory@example.com",
};

export const people: readonly Person[] = [ada, grace, mallory];
