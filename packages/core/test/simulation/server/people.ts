/** Somebody with an account. The password is the name. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Every word that tells who somebody is can be found again, should it turn up where it must not. */
export const people: readonly Person[] = ["Ada", "Grace", "Mary"].map((name) => ({
  id: `id-of-${name}`,
  name,
  email: `${name}@people.example`,
}));
