import { users } from "shared/users";

/** Returns the username of somebody, by the name that pages show. */
export function usernameOf(name: string): string {
  const user = users.find((it) => it.name === name);
  if (!user) throw new Error(`Nobody is called ${name}.`);
  return user.username;
}
