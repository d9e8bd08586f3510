import { WebAuthnError } from "@sojourn/webauthn";
import { signIn } from "@sojourn/webauthn/react";
import type { Way } from "shared/sign-in";
import { useState } from "react";

/** Signs in with a passkey, and goes to the `callbackUrl`. */
export function PasskeyButton({ provider, callbackUrl, setError }: Way) {
  const [isAsking, setIsAsking] = useState(false);

  async function ask() {
    setIsAsking(true);
    setError(null);
    try {
      // Who is signed in already has to say which of the two they mean.
      await signIn(provider.id, { action: "authenticate", callbackUrl });
    } catch (error) {
      setError(error instanceof WebAuthnError ? error.name : "unreachable");
      setIsAsking(false);
    }
  }

  return (
    <p className="buttons">
      <button className="button" type="button" disabled={isAsking} onClick={ask}>
        Sign in with a passkey
      </button>
    </p>
  );
}
