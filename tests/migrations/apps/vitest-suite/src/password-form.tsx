"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";

const messages: Record<string, string> = { credentials: "Wrong name or password" };

export function PasswordForm({ onDone }: { onDone(url: string | null): void }) {
  const [message, submit, isPending] = useActionState(async (_: string | null, form: FormData) => {
    const { error, code, url } = await signIn("credentials", {
      username: form.get("username"),
      password: form.get("password"),
      redirect: false,
    });
    if (error) return messages[code ?? ""] ?? "Something went wrong";
    onDone(url);
    return null;
  }, null);

  return (
    <form action={submit}>
      <input name="username" aria-label="Name" />
      <input name="password" aria-label="Password" type="password" />
      <button disabled={isPending}>Sign in</button>
      {message && <p role="alert">{message}</p>}
    </form>
  );
}
