"use client";

import { useRouter } from "next/navigation";
import { signIn, type SignInResponse } from "next-auth/react";
import { useState, type FormEvent } from "react";

const MESSAGES: Record<string, string> = { "wrong-password": "Wrong name or password" };

function messageOf(res: SignInResponse | undefined): string {
  if (!res?.error) return "";
  return MESSAGES[res.code ?? ""] ?? `Refused: ${res.error}`;
}

export function LoginForm() {
  const [message, setMessage] = useState("");
  const router = useRouter();

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.currentTarget));
    const res = await signIn("credentials", { username, password, redirect: false });
    setMessage(messageOf(res));
    if (res?.error || res?.code) return;
    router.push("/");
    router.refresh();
  }

  return (
    <form onSubmit={enter} aria-label="In the browser">
      <input name="username" aria-label="User name" />
      <input name="password" aria-label="Password" type="password" />
      <button>Log in</button>
      <output>{message}</output>
    </form>
  );
}
