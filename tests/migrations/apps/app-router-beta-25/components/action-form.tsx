"use client";

import { useActionState } from "react";
import { enter } from "@/app/actions";

export function ActionForm() {
  const [message, action, isPending] = useActionState(enter, undefined);
  return (
    <form action={action} aria-label="By action">
      <input name="username" aria-label="User name" />
      <input name="password" aria-label="Password" type="password" />
      <button disabled={isPending}>Log in</button>
      <output>{message}</output>
    </form>
  );
}
