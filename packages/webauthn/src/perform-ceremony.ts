import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

type Challenge =
  | { action: "authenticate"; options: PublicKeyCredentialRequestOptionsJSON }
  | { action: "register"; options: PublicKeyCredentialCreationOptionsJSON };

/**
 * Asks the user for a passkey, or to make one, as the server's challenge wants it: the `ceremony`
 * of `signIn`.
 *
 * @param challenge the answer of `GET /webauthn-options/:provider`
 * @returns the fields to post
 * @throws WebAuthnError if the user cancels, or has no passkey for this site
 * @see https://www.w3.org/TR/webauthn-3/#ceremony
 */
export async function performCeremony(challenge: unknown): Promise<Record<string, string>> {
  // Between the server and the browser, which refuses what it does not understand.
  const { action, options: optionsJSON } = challenge as Challenge;
  const credential =
    action === "authenticate"
      ? await startAuthentication({ optionsJSON })
      : await startRegistration({ optionsJSON });
  return { action, data: JSON.stringify(credential) };
}
