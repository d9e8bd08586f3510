import { prepareSignIn, signIn } from "@sojourn/react";
import { type FormEvent, useState } from "react";
import type { Way } from "./way.ts";

interface Props extends Way {
  isRefused: boolean;
  navigate(url: string): unknown;
}

/** A username and a password: by a full page load, or without leaving the page. */
export function CredentialsForm(props: Props) {
  const { provider, callbackUrl, isRefused, setError, navigate } = props;
  const [isSending, setIsSending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { username, password, redirect } = Object.fromEntries(new FormData(event.currentTarget));
    const isFullLoad = redirect === "on";
    setIsSending(true);
    setError(null);

    try {
      const options = { username, password, callbackUrl, redirect: isFullLoad };
      const result = await signIn(provider.id, options);
      if (isFullLoad) return; // The browser is on its way to another page.
      if (result?.ok && result.url) await navigate(result.url);
      else setError(result?.error ?? "unreachable");
    } catch {
      setError("unreachable");
    }
    setIsSending(false);
  }

  return (
    <form
      method="post"
      className="form"
      onSubmit={submit}
      aria-label={`Sign in with ${provider.name}`}
    >
      <label htmlFor="username">Username</label>
      <input
        id="username"
        name="username"
        onFocus={prepareSignIn}
        autoComplete="username"
        autoCapitalize="none"
        required
        aria-invalid={isRefused}
      />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        onFocus={prepareSignIn}
        autoComplete="current-password"
        required
        aria-invalid={isRefused}
      />
      <label className="checkbox">
        <input type="checkbox" name="redirect" />
        Go there by a full page load
      </label>
      <button className="button primary" type="submit" disabled={isSending}>
        {isSending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
