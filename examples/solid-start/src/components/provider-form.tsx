import { type ClientSafeProvider, useSession } from "@sojourn/solid";
import { useNavigate } from "@solidjs/router";
import { createSignal, Match, Switch } from "solid-js";
import type { FormEvent } from "./form-event.ts";

interface Props {
  provider: ClientSafeProvider;
  callbackUrl: string;
  setError(error: string): void;
}

/** One provider flow. */
export function ProviderForm(props: Props) {
  const { signIn } = useSession();
  const navigate = useNavigate();
  const [isBusy, setBusy] = createSignal(false);

  /** By the router, unless the server has allowed an address of another origin. */
  function goTo(address: string) {
    const url = new URL(address, location.href);
    // A path that begins with two slashes would be the address of another site.
    const path = url.pathname.replace(/^\/+/, "/");
    if (url.origin === location.origin) navigate(path + url.search + url.hash);
    else location.assign(url);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { provider, callbackUrl, setError } = props;
    const { redirect, ...fields } = Object.fromEntries(new FormData(event.currentTarget));
    const isLeaving = provider.type !== "credentials" || redirect === "on";
    setBusy(true);
    setError("");
    try {
      const answer = await signIn(provider.id, { ...fields, callbackUrl, redirect: isLeaving });
      if (isLeaving) return; // The browser is on its way to another page.
      if (answer?.ok) return goTo(answer.url ?? "/");
      setError(answer?.error ?? "unreachable");
    } catch {
      setError("unreachable");
    }
    setBusy(false);
  }

  return (
    <form method="post" class="form" onSubmit={submit}>
      <Switch
        fallback={
          <button class="button" disabled={isBusy()}>
            Sign in with {props.provider.name}
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
          />
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
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
          <input id="email" name="email" type="email" autocomplete="email" required />
          <button class="button" disabled={isBusy()}>
            Send me a link
          </button>
        </Match>
      </Switch>
    </form>
  );
}
