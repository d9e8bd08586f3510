"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { signInAndLeave, signInAndStay } from "./actions";

export function SignInByAction() {
  const router = useRouter();
  const [errorOnStay, stay, isStaying] = useActionState(
    async (_: string | undefined, form: FormData) => {
      const error = await signInAndStay(form);
      // What comes with the action's answer was rendered with the cookies of its request.
      if (!error) router.refresh();
      return error;
    },
    undefined,
  );
  const [errorOnLeave, leave, isLeaving] = useActionState(signInAndLeave, undefined);
  const error = errorOnStay ?? errorOnLeave;
  const isSending = isStaying || isLeaving;

  return (
    <form className="form" aria-label="Sign in by a server action">
      <p className="form-error" role="alert" data-code={error}>
        {error === "CredentialsSignin" && "That username and password don’t belong together."}
        {error && error !== "CredentialsSignin" && `Signing in failed (${error}).`}
      </p>
      <label htmlFor="username">Username</label>
      <input
        id="username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        aria-invalid={error === "CredentialsSignin"}
      />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        aria-invalid={error === "CredentialsSignin"}
      />
      <p className="buttons">
        <button className="button primary" formAction={stay} disabled={isSending}>
          Sign in and stay
        </button>
        <button className="button" formAction={leave} disabled={isSending}>
          Sign in and leave
        </button>
      </p>
    </form>
  );
}
