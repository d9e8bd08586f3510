import { type ClientSafeProvider, getProviders } from "@sojourn/react";
import { type ComponentType, useEffect, useState } from "react";
import { Loading } from "../loading.tsx";
import { CredentialsForm } from "./credentials-form.tsx";
import { EmailForm } from "./email-form.tsx";
import { messageFor } from "./errors.ts";
import { ProviderButton } from "./provider-button.tsx";
import type { Way } from "./way.ts";

interface Props {
  /** Where to go afterwards. */
  callbackUrl: string;
  /** What the last try ended with, if it ended on another page. */
  error: string | null;
  /** The app's router. */
  navigate(url: string): unknown;
  /** Only servers of Auth.js v5 know passkeys, and only their apps need the code. */
  PasskeyButton?: ComponentType<Way>;
}

/** Every provider flow that the server's list of providers offers. */
export function SignInForms({ callbackUrl, error: errorInUrl, navigate, PasskeyButton }: Props) {
  const [providers, setProviders] = useState<ClientSafeProvider[]>();
  const [outcome, setOutcome] = useState<string | null>();
  const error = outcome === undefined ? errorInUrl : outcome;

  useEffect(() => {
    getProviders()
      .then((found) => (found ? setProviders(Object.values(found)) : setOutcome("unreachable")))
      .catch(() => setOutcome("unreachable"));
  }, []);

  const way = { callbackUrl, setError: setOutcome };
  return (
    <div className="sign-in">
      <p className="form-error" role="alert" data-code={error}>
        {messageFor(error)}
      </p>
      {!providers && error !== "unreachable" && <Loading>Asking how one signs in here…</Loading>}
      {providers?.map((provider) => {
        // next-auth 4 knows no passkeys, and where its types are installed they hold.
        const type: string = provider.type;
        if (type === "credentials")
          return (
            <CredentialsForm
              {...way}
              key={provider.id}
              provider={provider}
              isRefused={error === "CredentialsSignin"}
              navigate={navigate}
            />
          );
        if (type === "email") return <EmailForm {...way} key={provider.id} provider={provider} />;
        if (type === "webauthn")
          return PasskeyButton && <PasskeyButton {...way} key={provider.id} provider={provider} />;
        return <ProviderButton {...way} key={provider.id} provider={provider} />;
      })}
    </div>
  );
}
