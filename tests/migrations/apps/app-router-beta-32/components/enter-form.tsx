"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState, type FormEvent } from "react";
import type { SignInArguments, SignInResult } from "@/lib/session-types";

function argumentsOf(form: FormData): SignInArguments {
  return ["credentials", { ...Object.fromEntries(form), redirect: false }];
}

const isRefused = (result: SignInResult): boolean => !!result?.error;

export function EnterForm() {
  const [message, setMessage] = useState<string>();
  const router = useRouter();

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const [provider, options] = argumentsOf(new FormData(event.currentTarget));
    const result = await signIn(provider, { ...options, redirect: false });
    if (isRefused(result)) setMessage(`Refused: ${result?.error}`);
    else router.push("/");
  }

  return (
    <form onSubmit={enter}>
      <input name="username" aria-label="User name" />
      <input name="password" aria-label="Password" type="password" />
      <button>Enter</button>
      {message && <p role="status">{message}</p>}
    </form>
  );
}
