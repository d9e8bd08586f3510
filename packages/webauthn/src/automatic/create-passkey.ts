import {
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import type { SessionBase, SessionClient } from "@sojourn/core";
import { getPasskeyChallenge, isCeremonyUnderWay } from "@sojourn/core/passkey";
import { signalUnknownCredential } from "../signals.ts";
import { usedPasskeyOf, type UsedPasskey } from "../used-passkey.ts";
import type { UserLimit } from "./until-gone.ts";

/** A passkey that the server does not know yet. */
export interface NewPasskey {
  readonly passkey: UsedPasskey;
  /** What the server stores of it, as JSON. */
  readonly data: string;
}

/** Tells the browser that a new passkey is none. A browser that cannot be told is no failure. */
export function discard(passkey: UsedPasskey): void {
  signalUnknownCredential(passkey).catch(() => {});
}

/**
 * Has the browser create a passkey, without asking the user.
 *
 * @param limit until when; what is created later is discarded
 * @returns `undefined` if the browser creates none
 * @throws SessionFetchError
 */
export async function createPasskey<S extends SessionBase>(
  client: SessionClient<S>,
  provider: string,
  limit: UserLimit,
): Promise<NewPasskey | undefined> {
  const isWanted = (): boolean => !limit.hasGone();
  const options = { action: "register" };
  const challenge = await getPasskeyChallenge(client, provider, options, isWanted);
  if (!challenge || !isWanted() || isCeremonyUnderWay(client)) return undefined;
  const asked = (challenge as { options: PublicKeyCredentialCreationOptionsJSON }).options;
  const creation = startRegistration({ optionsJSON: asked, useAutoRegister: true });
  // Whatever the browser's reason is, the user has asked for nothing.
  const outcome = creation.then(
    (credential) => ({
      passkey: usedPasskeyOf(asked, credential),
      data: JSON.stringify(credential),
    }),
    () => undefined,
  );
  const first = await Promise.race([outcome, limit.gone]);
  if (first) return first;
  // A ceremony of `signIn` has ended this one, or will.
  if (!isWanted() && !isCeremonyUnderWay(client)) WebAuthnAbortService.cancelCeremony();
  void outcome.then((late) => late && discard(late.passkey));
  return undefined;
}
