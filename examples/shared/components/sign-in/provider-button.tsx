import { prepareSignIn, signIn } from "@sojourn/react";
import { useEffect, useState } from "react";
import type { Way } from "./way.ts";

/** A provider flow that leads to another site, and back. */
export function ProviderButton({ provider, callbackUrl, setError }: Way) {
  const [isLeaving, setIsLeaving] = useState(false);

  useEffect(() => {
    // Who comes back from there by the back button may find the page as it was left.
    const revive = ({ persisted }: PageTransitionEvent) => persisted && setIsLeaving(false);
    addEventListener("pageshow", revive);
    return () => removeEventListener("pageshow", revive);
  }, []);

  async function leave() {
    setIsLeaving(true);
    setError(null);
    try {
      await signIn(provider.id, { callbackUrl });
    } catch {
      setError("unreachable");
      setIsLeaving(false);
    }
  }

  return (
    <p className="buttons">
      <button
        className="button"
        type="button"
        disabled={isLeaving}
        onFocus={prepareSignIn}
        onPointerEnter={prepareSignIn}
        onClick={leave}
      >
        Sign in with {provider.name}
      </button>
    </p>
  );
}
