import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import type { SessionBase, SessionClient } from "@sojourn/core";
import { getPasskeyChallenge, isCeremonyUnderWay, untilMutationsEnd } from "@sojourn/core/passkey";
import { usedPasskeyOf } from "../used-passkey.ts";
import type { PasskeyAutofillOptions } from "./options.ts";
import { isPageVisible } from "./watch-page.ts";

/** A ceremony that ends sooner, in milliseconds, was ended by the browser and not by the user. */
const AT_ONCE_MS = 1000;

/** The offer of passkeys in the autofill of a page. */
export interface Offer {
  /** Makes the offer, unless there is one that is younger than so many milliseconds. */
  renew(maxAgeMs: number): void;
  /** Takes the offer back, if there is one. */
  withdraw(): void;
  /** Takes the offer back, and makes none any more. */
  end(): void;
}

/** Creates the offer of passkeys in the autofill of a page. It makes none before `renew`. */
export function createOffer<S extends SessionBase>(
  client: SessionClient<S>,
  provider: string,
  { onAnswer, onError = () => {}, ...given }: PasskeyAutofillOptions,
): Offer {
  const options = { ...given, action: "authenticate" };
  let pending: { readonly since: number } | undefined;
  let isBusy = false;
  let isEnded = false;

  function isWanted(): boolean {
    return !isEnded && isPageVisible() && client.getSnapshot().status === "unauthenticated";
  }

  async function whileBusy<T>(work: () => Promise<T>): Promise<T | undefined> {
    isBusy = true;
    try {
      return await work();
    } catch (error) {
      onError(error);
      return undefined;
    } finally {
      isBusy = false;
    }
  }

  async function prepare(): Promise<void> {
    const challenge = await whileBusy(() =>
      getPasskeyChallenge(client, provider, options, isWanted),
    );
    if (!challenge || !isWanted()) return;
    // A sign-in that has begun meanwhile asks for a challenge of its own, in place of this one.
    if (isCeremonyUnderWay(client)) return renew(0);
    const asked = (challenge as { options: PublicKeyCredentialRequestOptionsJSON }).options;
    const since = Date.now();
    const credential = await ask(asked, since);
    if (credential) await post(asked, credential, since);
  }

  async function ask(
    optionsJSON: PublicKeyCredentialRequestOptionsJSON,
    since: number,
  ): Promise<AuthenticationResponseJSON | undefined> {
    const mine = { since };
    pending = mine;
    try {
      const credential = await startAuthentication({
        optionsJSON,
        useBrowserAutofill: true,
        // The field may come later, or be in a shadow tree.
        verifyBrowserAutofillInput: false,
      });
      if (pending !== mine) return undefined;
      pending = undefined;
      return credential;
    } catch (error) {
      if (pending === mine) decline(error as Error, since);
      return undefined;
    }
  }

  function decline(error: Error, since: number): void {
    pending = undefined;
    const { name } = error;
    // The offer comes back after a ceremony of this client. Others cannot be seen to end.
    if (name === "AbortError") return isCeremonyUnderWay(client) ? renew(0) : undefined;
    if (name !== "NotAllowedError") return onError(error);
    retry(since);
  }

  function retry(since: number): void {
    // The user may change their mind. What ends a ceremony at once does so again and again.
    if (ageOf(since) > AT_ONCE_MS) renew(0);
  }

  async function post(
    asked: PublicKeyCredentialRequestOptionsJSON,
    credential: AuthenticationResponseJSON,
    since: number,
  ): Promise<void> {
    const answer = await whileBusy(async () => {
      // A sign-in of another kind may be under way. If it succeeds, it is the one that counts.
      await untilMutationsEnd(client);
      if (client.getSnapshot().status === "authenticated") return undefined;
      return client.signIn(provider, { ...options, data: JSON.stringify(credential) });
    });
    if (!answer) return;
    // The server takes each challenge once.
    if (!answer.ok) retry(since);
    onAnswer?.(Object.assign(answer, { passkey: usedPasskeyOf(asked, credential) }));
  }

  function renew(maxAgeMs: number): void {
    if (isBusy || !isWanted() || (pending && ageOf(pending.since) < maxAgeMs)) return;
    void prepare();
  }

  function withdraw(): void {
    if (!pending) return;
    pending = undefined;
    // A ceremony of `signIn` has ended this one, or will.
    if (!isCeremonyUnderWay(client)) WebAuthnAbortService.cancelCeremony();
  }

  return {
    renew,
    withdraw,
    end() {
      isEnded = true;
      withdraw();
    },
  };
}

/** The device's clock may be set back meanwhile. */
function ageOf(since: number): number {
  return Math.abs(Date.now() - since);
}
