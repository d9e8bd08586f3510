import { type ClientSafeProvider, useSessionClient } from "@sojourn/solid";
import { createSignal, For, onMount } from "solid-js";
import { ProviderForm } from "./provider-form.tsx";

const messages: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  NotAllowedError: "No passkey was used.",
  unreachable: "The server can’t be reached. Please try again.",
};

/** Every provider flow that the server's list of providers offers. */
export function SignInPage() {
  const query = new URLSearchParams(location.search);
  // The server takes none of another origin.
  const callbackUrl = query.get("callbackUrl") ?? "/";
  const [error, setError] = createSignal(query.get("error") ?? "");
  const [providers, setProviders] = createSignal<ClientSafeProvider[]>([]);
  const client = useSessionClient();

  onMount(async () => {
    const list = await client.getProviders().catch(() => null);
    setProviders(Object.values(list ?? {}));
    if (!list) setError("unreachable");
  });

  return (
    <>
      <h1>Sign in</h1>
      <p class="lead">This page is the app’s own, built from what getProviders() returns.</p>
      <p class="form-error" role="alert" data-code={error()}>
        {error() && (messages[error()] ?? `Signing in failed (${error()}).`)}
      </p>
      <For each={providers()}>
        {(provider) => (
          <ProviderForm provider={provider} callbackUrl={callbackUrl} setError={setError} />
        )}
      </For>
    </>
  );
}
