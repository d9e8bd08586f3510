import { CredentialsSignin } from "@auth/core/errors";
import { findUser } from "./users.ts";

class Locked extends CredentialsSignin {
  override code = "locked";
}

/**
 * `authorize` of the credentials provider, for Auth.js v5.
 *
 * @throws CredentialsSignin with a code of its own for "locked", and what `findUser` throws
 */
export function authorize({ username, password }: Partial<Record<string, unknown>>) {
  if (username === "locked") throw new Locked();
  const user = findUser(username, password);
  return user ? { id: user.id, name: user.name, email: user.email } : null;
}
