import { prepareSignIn, signIn } from "@sojourn/react";
import { type FormEvent, useState } from "react";
import type { Way } from "./way.ts";

/** A link by mail. */
export function EmailForm({ provider, callbackUrl, setError }: Way) {
  const [isSending, setIsSending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { email } = Object.fromEntries(new FormData(event.currentTarget));
    setIsSending(true);
    setError(null);
    try {
      await signIn(provider.id, { email, callbackUrl });
    } catch {
      setError("unreachable");
      setIsSending(false);
    }
  }

  return (
    <form
      method="post"
      className="form"
      onSubmit={send}
      aria-label={`Sign in with ${provider.name}`}
    >
      <label htmlFor="email">Email</label>
      <input
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        onFocus={prepareSignIn}
        required
      />
      <button className="button" type="submit" disabled={isSending}>
        Send me a link
      </button>
    </form>
  );
}
