import { createHmac } from "node:crypto";

/**
 * The id of a user that their passkeys contain. It does not say who it is, and it is the same as
 * long as the email and `AUTH_SECRET` are. It is of the email, because Auth.js asks for it before a
 * new user has an id. It is text that is base64url, too, because `@simplewebauthn/server` 9 sends it
 * as it is.
 *
 * @throws Error without `AUTH_SECRET`: everybody could tell whose it is
 */
export function userHandleOf(email: string): string {
  const secret = process.env["AUTH_SECRET"];
  if (!secret) throw new Error("Passkeys need AUTH_SECRET.");
  return createHmac("sha256", secret).update(email).digest("hex").slice(0, 32);
}
