import { browserSupportsWebAuthnAutofill } from "@simplewebauthn/browser";
import type { SessionBase, SessionClient } from "@sojourn/core";
import { createOffer } from "./create-offer.ts";
import type { PasskeyAutofillOptions } from "./options.ts";
import { watchPage } from "./watch-page.ts";

/**
 * How old a challenge becomes, in milliseconds. Auth.js accepts one for 15 minutes, and asks
 * browsers to end a ceremony after five.
 */
const RENEWAL_MS = 4 * 60_000;

let stopNewest = (): void => {};

/**
 * Offers passkeys in the autofill of the page's field with `autocomplete="username webauthn"`, while
 * nobody is signed in. Who picks one is signed in as by `signInWithPasskey`. It does nothing where
 * the browser has no such autofill.
 *
 * A page has one autofill: the next call ends the one before. A ceremony of `signInWithPasskey`
 * interrupts it.
 *
 * @param provider the id of the server's WebAuthn provider
 * @returns a function that ends it
 * @see https://www.w3.org/TR/webauthn-3/#enum-credentialmediationrequirement-conditional
 */
export function startPasskeyAutofill<S extends SessionBase>(
  client: SessionClient<S>,
  provider = "passkey",
  options: PasskeyAutofillOptions = {},
): () => void {
  const offer = createOffer(client, provider, options);
  const ends: (() => void)[] = [];
  let isStopped = false;

  function followSession(): void {
    const { status } = client.getSnapshot();
    if (status === "unauthenticated") offer.renew(Infinity);
    if (status === "authenticated") offer.withdraw();
  }

  function begin(): void {
    ends.push(
      client.subscribe(followSession),
      watchPage(
        {
          onShown: () => offer.renew(1000),
          onFocus: () => offer.renew(RENEWAL_MS),
          onTick: () => offer.renew(0),
          onLeft: offer.withdraw,
        },
        RENEWAL_MS,
      ),
    );
    followSession();
  }

  function stopAutofill(): void {
    isStopped = true;
    for (const end of ends) end();
    offer.end();
  }

  stopNewest();
  stopNewest = stopAutofill;
  // A browser that does not say counts as one without.
  browserSupportsWebAuthnAutofill().then(
    (isSupported) => isSupported && !isStopped && begin(),
    () => {},
  );
  return stopAutofill;
}
