import { browserSupportsWebAuthn, getBrowserCapabilities } from "@simplewebauthn/browser";
import type { SessionBase, SessionClient } from "@sojourn/core";
import type { PasskeyResponse } from "../used-passkey.ts";
import { untilMutationsEnd } from "@sojourn/core/passkey";
import { createPasskey, discard } from "./create-passkey.ts";
import { untilGone } from "./until-gone.ts";

const TIMEOUT_MS = 10_000;

async function isOfferedByBrowser(): Promise<boolean> {
  if (!browserSupportsWebAuthn()) return false;
  const { conditionalCreate } = await getBrowserCapabilities();
  return conditionalCreate === "supported";
}

/**
 * Creates a passkey for the user who is signed in, without asking, where the browser does so. Call
 * it after a sign-in with a password that the browser's password manager has filled in. The session
 * stays, whatever comes of it.
 *
 * @param provider the id of the server's WebAuthn provider
 * @param limits how long the browser may take, in milliseconds; 10,000 by default
 * @returns `undefined` if there is no new passkey: the browser cannot, or declines, or the user has
 *   signed out meanwhile
 * @throws SessionFetchError, CsrfError, SignInError
 * @see https://www.w3.org/TR/webauthn-3/#dom-clientcapability-conditionalcreate
 */
export async function registerPasskeyAutomatically<S extends SessionBase>(
  client: SessionClient<S>,
  provider = "passkey",
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<PasskeyResponse | undefined> {
  const limit = untilGone(client, timeoutMs);
  try {
    const isOffered = isOfferedByBrowser().catch(() => false);
    if (!(await Promise.race([isOffered, limit.gone])) || limit.hasGone()) return undefined;
    const created = await Promise.race([createPasskey(client, provider, limit), limit.gone]);
    if (!created) return undefined;
    const { passkey, data } = created;
    // A post after a sign-out would sign the user in again.
    await untilMutationsEnd(client);
    if (limit.hasGone()) {
      discard(passkey);
      return undefined;
    }
    const answer = await client.signIn(provider, { action: "register", data, redirect: false });
    // The server has refused it before it has stored anything.
    if (answer.error === "WebAuthnVerificationError") discard(passkey);
    return Object.assign(answer, { passkey });
  } finally {
    limit.stop();
  }
}
