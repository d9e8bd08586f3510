import type { ClientSafeProvider } from "@sojourn/core";
import { useEffect, useState } from "preact/hooks";
import { useSessionClient } from "../session.tsx";
import { ProviderForm } from "./provider-form.tsx";

const messages: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  unreachable: "The server can’t be reached. Please try again.",
};

const query = new URLSearchParams(location.search);
// The server takes none of another origin.
const callbackUrl = query.get("callbackUrl") ?? "/";

/** Every provider flow that the server's list of providers offers. */
export function SignInPage() {
  const [error, setError] = useState(query.get("error") ?? "");
  const [providers, setProviders] = useState<ClientSafeProvider[]>([]);
  const client = useSessionClient();

  useEffect(() => {
    async function load() {
      const list = await client.getProviders().catch(() => null);
      setProviders(Object.values(list ?? {}));
      if (!list) setError("unreachable");
    }
    void load();
  }, [client]);

  return (
    <>
      <h1>Sign in</h1>
      <p class="lead">This page is the app’s own, built from what getProviders() returns.</p>
      <p class="form-error" role="alert" data-code={error}>
        {error && (messages[error] ?? `Signing in failed (${error}).`)}
      </p>
      {providers.map((it) => (
        <ProviderForm key={it.id} provider={it} callbackUrl={callbackUrl} setError={setError} />
      ))}
    </>
  );
}
