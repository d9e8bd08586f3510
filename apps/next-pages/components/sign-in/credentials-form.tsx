import { signIn } from "@sojourn/react";
import { useRouter } from "next/router";
import type { FormEvent } from "react";
import type { FormProps } from "./form-props";
import { useAttempt } from "./use-attempt";

export function CredentialsForm({ provider, callbackUrl, error, onOutcome }: FormProps) {
  const router = useRouter();
  const { isUnderWay, make } = useAttempt(onOutcome);
  const isWrong = error === "CredentialsSignin";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { username, password, redirect } = Object.fromEntries(new FormData(event.currentTarget));
    const isFullLoad = redirect === "on";

    void make(async () => {
      const result = await signIn(provider.id, {
        username,
        password,
        callbackUrl,
        redirect: isFullLoad,
      });
      if (isFullLoad) return "leaving";
      if (!result?.ok || !result.url) return result?.error ?? "unreachable";
      await router.push(result.url);
      return null;
    });
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
        autoComplete="username"
        autoCapitalize="none"
        required
        aria-invalid={isWrong}
      />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        aria-invalid={isWrong}
      />
      <label className="checkbox">
        <input type="checkbox" name="redirect" />
        Go there by a full page load
      </label>
      <button className="button primary" type="submit" disabled={isUnderWay}>
        {isUnderWay ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
