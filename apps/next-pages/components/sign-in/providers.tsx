import { type ClientSafeProvider, getProviders } from "@sojourn/react";
import { Loading } from "common/components";
import { useEffect, useState } from "react";
import { CredentialsForm } from "./credentials-form";
import { EmailForm } from "./email-form";
import { ProviderButton } from "./provider-button";

const errors: Record<string, string> = {
  AccessDenied: "You have an account, but may not come in.",
  Callback: "The other site didn’t vouch for you.",
  CredentialsSignin: "That username and password don’t belong together.",
  EmailSignin: "That is no address to send a link to.",
  OAuthAccountNotLinked: "Please sign in the way you did the first time.",
  OAuthSignin: "The other site can’t be reached. Please try again.",
  SessionRequired: "Please sign in to see that page.",
  Verification: "That link has been used, or is too old. Ask for another.",
  unreachable: "The server can’t be reached. Please try again.",
};

interface Props {
  callbackUrl: string;
  errorInUrl: string | null;
}

/** All ways to sign in that the server has. */
export function Providers({ callbackUrl, errorInUrl }: Props) {
  const providers = useProviders();
  const [outcome, setOutcome] = useState<string | null>();
  const hasFailed = providers === "failed";
  const error = hasFailed ? "unreachable" : outcome === undefined ? errorInUrl : outcome;

  return (
    <>
      <p className="form-error" role="alert" data-code={error}>
        {error && (errors[error] ?? `Signing in failed (${error}).`)}
      </p>
      {providers === "loading" && <Loading>Asking how one signs in here…</Loading>}
      {Array.isArray(providers) &&
        providers.map((provider) => {
          const Way = wayOf(provider);
          const props = { provider, callbackUrl, error, onOutcome: setOutcome };
          return <Way key={provider.id} {...props} />;
        })}
    </>
  );
}

function wayOf({ type }: ClientSafeProvider) {
  if (type === "credentials") return CredentialsForm;
  return type === "email" ? EmailForm : ProviderButton;
}

function useProviders() {
  const [providers, setProviders] = useState<ClientSafeProvider[] | "loading" | "failed">(
    "loading",
  );

  useEffect(() => {
    getProviders()
      .then((found) => setProviders(found ? Object.values(found) : "failed"))
      .catch(() => setProviders("failed"));
  }, []);

  return providers;
}
