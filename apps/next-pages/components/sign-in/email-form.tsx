import { signIn } from "@sojourn/react";
import type { FormEvent } from "react";
import type { FormProps } from "./form-props";
import { useAttempt } from "./use-attempt";

export function EmailForm({ provider, callbackUrl, error, onOutcome }: FormProps) {
  const { isUnderWay, make } = useAttempt(onOutcome);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = new FormData(event.currentTarget).get("email");
    void make(async () => {
      await signIn(provider.id, { email, callbackUrl });
      return "leaving";
    });
  }

  return (
    <form
      method="post"
      className="form"
      onSubmit={submit}
      aria-label={`Sign in with ${provider.name}`}
    >
      <label htmlFor="email">Email</label>
      <input
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        required
        aria-invalid={error === "EmailSignin"}
      />
      <button className="button" type="submit" disabled={isUnderWay}>
        {isUnderWay ? "Sending…" : "Send me a link"}
      </button>
    </form>
  );
}
