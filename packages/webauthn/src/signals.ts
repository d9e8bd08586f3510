import {
  browserSupportsWebAuthn,
  sendSignal,
  type SendSignalAllAcceptedCredentialsOpts,
  type SendSignalCurrentUserDetailsOpts,
  type SendSignalUnknownCredentialOpts,
} from "@simplewebauthn/browser";

type Signal =
  | SendSignalUnknownCredentialOpts
  | SendSignalAllAcceptedCredentialsOpts
  | SendSignalCurrentUserDetailsOpts;

type SignalMethod =
  | "signalUnknownCredential"
  | "signalAllAcceptedCredentials"
  | "signalCurrentUserDetails";

/** Adapters of Auth.js store ids in base64, and browsers take base64url. */
function toBase64Url(id: string): string {
  return id.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function tellBrowser(method: SignalMethod, signal: Signal): Promise<boolean> {
  if (!browserSupportsWebAuthn() || !(method in PublicKeyCredential)) return false;
  await sendSignal(signal);
  return true;
}

/**
 * Tells the browser that the server does not know a passkey, so that it is not offered again. The
 * user may lose it, so be sure: after the passkey was deleted, or if your server says so.
 *
 * @param passkey its id, in base64url or base64; `rpId` is this page's host by default
 * @returns whether the browser can be told
 * @throws WebAuthnError if the id is not base64, or the browser refuses the `rpId`
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signalUnknownCredential
 */
export function signalUnknownCredential({
  rpId = location.hostname,
  credentialId,
}: {
  rpId?: string;
  credentialId: string;
}): Promise<boolean> {
  return tellBrowser("signalUnknownCredential", {
    signalName: "unknownCredential",
    rpID: rpId,
    credentialID: toBase64Url(credentialId),
  });
}

/**
 * Tells the browser all passkeys with which a user can sign in. It hides the others of this
 * `userId`, and shows those that were hidden. Call it for the user who is signed in only.
 *
 * @param accepted the server's id of the user, which the passkeys contain, and the passkeys' ids,
 *   in base64url or base64; `rpId` is this page's host by default
 * @returns whether the browser can be told
 * @throws WebAuthnError if an id is not base64, or the browser refuses the `rpId`
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signalAllAcceptedCredentials
 */
export function signalAllAcceptedCredentials({
  rpId = location.hostname,
  userId,
  allAcceptedCredentialIds,
}: {
  rpId?: string;
  userId: string;
  allAcceptedCredentialIds: readonly string[];
}): Promise<boolean> {
  return tellBrowser("signalAllAcceptedCredentials", {
    signalName: "allAcceptedCredentials",
    rpID: rpId,
    userID: toBase64Url(userId),
    allAcceptedCredentialIDs: allAcceptedCredentialIds.map(toBase64Url),
  });
}

/**
 * Tells the browser the user's name, which it shows beside the passkeys of this `userId`.
 *
 * @param user the server's id of the user, which the passkeys contain, in base64url or base64;
 *   `rpId` is this page's host by default
 * @returns whether the browser can be told
 * @throws WebAuthnError if the id is not base64, or the browser refuses the `rpId`
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signalCurrentUserDetails
 */
export function signalCurrentUserDetails({
  rpId = location.hostname,
  userId,
  name,
  displayName = "",
}: {
  rpId?: string;
  userId: string;
  name: string;
  displayName?: string;
}): Promise<boolean> {
  return tellBrowser("signalCurrentUserDetails", {
    signalName: "currentUserDetails",
    rpID: rpId,
    userID: toBase64Url(userId),
    userName: name,
    userDisplayName: displayName,
  });
}
