"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState, type FormEvent } from "react";

export function SignInForm() {
  const [error, setError] = useState<string>();
  const router = useRouter();

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const result = await signIn("credentials", {
      username: form.get("username"),
      password: form.get("password"),
      redirect: false,
    });
    if (result?.ok) {
      router.push("/dashboard");
      return;
    }
    setError(result?.error === "CredentialsSignin" ? "Wrong name or password" : "Try again later");
  }

  return (
    <form onSubmit={enter}>
      <label>
        User name <input name="username" />
      </label>
      <label>
        Password <input name="password" type="password" />
      </label>
      <button>Enter</button>
      {error && <p role="status">{error}</p>}
    </form>
  );
}
