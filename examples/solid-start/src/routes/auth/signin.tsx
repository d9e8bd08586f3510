import { type ClientSafeProvider, useSessionClient } from "@sojourn/solid";
import { useSearchParams } from "@solidjs/router";
import { createSignal, For, onMount } from "solid-js";
import { ProviderForm } from "../../components/provider-form.tsx";

const messages: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  unreachable: "The server can’t be reached. Please try again.",
};

/** Every provider flow that the server's list of providers offers. */
export default function SignInPage() {
  const [query] = useSearchParams<{ callbackUrl: string; error: string }>();
  const [error, setError] = createSignal(query.error ?? "");
  const [providers, setProviders] = createSignal<ClientSafeProvider[]>([]);
  const client = useSessionClient();

  onMount(async () => {
    const list = await client.getProviders().catch(() => null);
    // This app has no page for passkeys.
    setProviders(Object.values(list ?? {}).filter(({ type }) => type !== "webauthn"));
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
          <ProviderForm
            provider={provider}
            // The server takes none of another origin.
            callbackUrl={query.callbackUrl ?? "/"}
            setError={setError}
          />
        )}
      </For>
    </>
  );
}
