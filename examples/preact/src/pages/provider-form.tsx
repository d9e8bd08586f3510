import { type ClientSafeProvider, prepareSignIn } from "@sojourn/core";
import { useState } from "preact/hooks";
import { useSessionClient } from "../session.tsx";
import type { FormEvent } from "./form-event.ts";

interface Props {
  provider: ClientSafeProvider;
  callbackUrl: string;
  setError(error: string): void;
}

/** One provider flow. */
export function ProviderForm({ provider, callbackUrl, setError }: Props) {
  const client = useSessionClient();
  // The token is there before the form is sent.
  const prepare = () => prepareSignIn(client);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { redirect, ...fields } = Object.fromEntries(new FormData(event.currentTarget));
    const isLeaving = provider.type !== "credentials" || redirect === "on";
    setBusy(true);
    setError("");
    try {
      const options = { ...fields, callbackUrl, redirect: isLeaving };
      const answer = await client.signIn(provider.id, options);
      if (answer?.url) location.assign(answer.url);
      if (isLeaving || answer?.ok) return; // The browser is on its way to another page.
      setError(answer?.error ?? "unreachable");
    } catch {
      setError("unreachable");
    }
    setBusy(false);
  }

  return (
    <form method="post" class="form" onFocusIn={prepare} onSubmit={submit}>
      <Fields type={provider.type} />
      <button class="button" disabled={isBusy} onPointerEnter={prepare}>
        {labels[provider.type] ?? `Sign in with ${provider.name}`}
      </button>
    </form>
  );
}

const labels: Record<string, string> = { credentials: "Sign in", email: "Send me a link" };

function Fields({ type }: { type: string }) {
  if (type === "email")
    return (
      <>
        <label for="email">Email</label>
        <input id="email" name="email" type="email" autocomplete="email" required />
      </>
    );
  if (type !== "credentials") return null;
  return (
    <>
      <label for="username">Username</label>
      <input id="username" name="username" autocomplete="username" required />
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
    </>
  );
}
