import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import type { Challenge } from "./challenge.ts";

/**
 * Asks the user for a passkey, or to create one, as the server's challenge says. It is a `ceremony`
 * for `signIn`.
 *
 * @param challenge the response of `GET /webauthn-options/:provider`
 * @returns the fields to post
 * @throws WebAuthnError if the user cancels, or has no passkey for this site
 * @see https://www.w3.org/TR/webauthn-3/#ceremony
 */
export async function performCeremony(challenge: unknown): Promise<Record<string, string>> {
  // The challenge is not checked here. The browser rejects one that it does not understand.
  const { action, options: optionsJSON } = challenge as Challenge;
  const credential =
    action === "authenticate"
      ? await startAuthentication({ optionsJSON })
      : await startRegistration({ optionsJSON });
  return { action, data: JSON.stringify(credential) };
}
