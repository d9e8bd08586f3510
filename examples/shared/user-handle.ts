import { createHmac } from "node:crypto";

/**
 * The id of a user that their passkeys contain: always the same for one user, and it does not say
 * who it is. It is text that is base64url, too, because `@simplewebauthn/server` 9 sends it as it is.
 */
export function userHandleOf(email: string): string {
  const secret = process.env["AUTH_SECRET"] ?? "";
  return createHmac("sha256", secret).update(email).digest("hex").slice(0, 32);
}
