import { signIn } from "@sojourn/react";
import type { FormProps } from "./form-props";
import { useAttempt } from "./use-attempt";

export function ProviderButton({ provider, callbackUrl, onOutcome }: FormProps) {
  const { isUnderWay, make } = useAttempt(onOutcome);

  function visit() {
    void make(async () => {
      await signIn(provider.id, { callbackUrl });
      return "leaving";
    });
  }

  return (
    <p className="buttons">
      <button className="button" type="button" disabled={isUnderWay} onClick={visit}>
        Sign in with {provider.name}
      </button>
    </p>
  );
}
