import { prepareSignIn } from "@sojourn/core";
import { type ClientSafeProvider, useSessionClient } from "@sojourn/solid";
import { signInWithPasskey, WebAuthnError } from "@sojourn/webauthn";
import { createSignal, Match, Switch } from "solid-js";
import type { FormEvent } from "./form-event.ts";

interface Props {
  provider: ClientSafeProvider;
  callbackUrl: string;
  setError(error: string): void;
}

/** One provider flow. */
export function ProviderForm(props: Props) {
  const client = useSessionClient();
  const prepare = () => prepareSignIn(client);
  const [isBusy, setBusy] = createSignal(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { provider, callbackUrl, setError } = props;
    const { redirect, ...fields } = Object.fromEntries(new FormData(event.currentTarget));
    const isLeaving = provider.type !== "credentials" || redirect === "on";
    setBusy(true);
    setError("");
    try {
      const options = { ...fields, callbackUrl, redirect: isLeaving };
      const answer =
        provider.type === "webauthn"
          ? await signInWithPasskey(client, provider.id, { ...options, action: "authenticate" })
          : await client.signIn(provider.id, options);
      if (answer?.url) location.assign(answer.url);
      if (isLeaving || answer?.ok) return; // The browser is on its way to another page.
      setError(answer?.error ?? "unreachable");
    } catch (reason) {
      setError(reason instanceof WebAuthnError ? reason.name : "unreachable");
    }
    setBusy(false);
  }

  return (
    <form method="post" class="form" onSubmit={submit}>
      <Switch
        fallback={
          <button class="button" disabled={isBusy()} onPointerEnter={prepare} onFocus={prepare}>
            Sign in with {props.provider.type === "webauthn" ? "a passkey" : props.provider.name}
          </button>
        }
      >
        <Match when={props.provider.type === "credentials"}>
          <label for="username">Username</label>
          <input
            id="username"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            required
            onFocus={prepare}
          />
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            onFocus={prepare}
          />
          <label class="checkbox">
            <input type="checkbox" name="redirect" />
            Go there by a full page load
          </label>
          <button class="button primary" disabled={isBusy()}>
            Sign in
          </button>
        </Match>
        <Match when={props.provider.type === "email"}>
          <label for="email">Email</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            required
            onFocus={prepare}
          />
          <button class="button" disabled={isBusy()}>
            Send me a link
          </button>
        </Match>
      </Switch>
    </form>
  );
}
