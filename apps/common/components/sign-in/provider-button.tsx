import { signIn } from "@sojourn/react";
import { useState } from "react";
import type { Way } from "./way.ts";

/** A way in that leads to another site, and back. */
export function ProviderButton({ provider, callbackUrl, setError }: Way) {
  const [isLeaving, setIsLeaving] = useState(false);

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
    <p>
      <button className="button" type="button" disabled={isLeaving} onClick={leave}>
        Sign in with {provider.name}
      </button>
    </p>
  );
}
