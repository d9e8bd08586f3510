import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";

interface Props {
  onDone(url: string | null): void;
}

export function SignInForm({ onDone }: Props) {
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answer = await signIn("credentials", {
      username: form.get("username"),
      password: form.get("password"),
      redirect: false,
    });
    if (answer?.error) setError(answer.error);
    else onDone(answer?.url ?? null);
  }

  return (
    <form onSubmit={submit}>
      <input name="username" aria-label="Name" />
      <input name="password" aria-label="Password" type="password" />
      <button>Sign in</button>
      {error && <p role="alert">{error}</p>}
    </form>
  );
}
