import { createHash } from "node:crypto";
import { verifyRegistrationResponse as verify } from "@simplewebauthn/server";

type Options = Parameters<typeof verify>[0];

/** The bit of the authenticator's flags that says that a user was present. */
const USER_PRESENT = 1;

/**
 * Verifies a new passkey, also one that the browser has created without asking. Nobody need be
 * present then, and nobody is verified. Newer versions of `@simplewebauthn/server` have the option
 * `requireUserPresence` for it.
 */
export function verifyRegistrationResponse(options: Options): ReturnType<typeof verify> {
  const { response, expectedRPID } = options;
  const attestation = Buffer.from(response.response.attestationObject, "base64url");
  const site = createHash("sha256").update(String(expectedRPID)).digest();
  // The flags follow the hash of the site. An attestation of the type "none" signs nothing, and any
  // other is refused after this.
  const flags = attestation.indexOf(site) + site.length;
  attestation[flags] = (attestation[flags] ?? 0) | USER_PRESENT;
  const attestationObject = attestation.toString("base64url");
  return verify({
    ...options,
    requireUserVerification: false,
    response: { ...response, response: { ...response.response, attestationObject } },
  });
}
