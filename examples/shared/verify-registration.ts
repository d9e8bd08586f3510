import { createHash } from "node:crypto";
import { verifyRegistrationResponse as verify } from "@simplewebauthn/server";

type Options = Parameters<typeof verify>[0];

/** The bit of the authenticator's flags that says that a user was present. */
const USER_PRESENT = 1;

/**
 * Verifies a new passkey, and does not require that a user was present: nobody need be when the
 * browser creates one without asking. A server cannot tell such passkeys from others, so this holds
 * for all. Newer versions of `@simplewebauthn/server` have the option `requireUserPresence` for it.
 *
 * @throws Error if the passkey is not of this site; and what `@simplewebauthn/server` throws
 */
export function verifyRegistrationResponse(options: Options): ReturnType<typeof verify> {
  const { response, expectedRPID } = options;
  const attestation = Buffer.from(response.response.attestationObject, "base64url");
  const site = createHash("sha256").update(String(expectedRPID)).digest();
  const start = attestation.indexOf(site);
  if (start < 0) throw new Error("The passkey is not of this site.");
  // The flags follow the hash of the site. An attestation of the type "none" signs nothing. One of
  // another type signs them: it is refused after this, if it had to be changed.
  const flags = start + site.length;
  attestation[flags] = (attestation[flags] ?? 0) | USER_PRESENT;
  const attestationObject = attestation.toString("base64url");
  return verify({
    ...options,
    response: { ...response, response: { ...response.response, attestationObject } },
  });
}
