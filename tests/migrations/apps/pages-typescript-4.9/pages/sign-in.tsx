import { useRouter } from "next/router";
import { signIn, type SignInResponse } from "next-auth/react";
import { type FormEvent, useState } from "react";

function explain({ error, status }: SignInResponse): string {
  return error === "CredentialsSignin" ? "Wrong name or password" : `Failed with ${status}`;
}

export default function SignIn() {
  const router = useRouter();
  const [complaint, setComplaint] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answer = await signIn("credentials", {
      username: form.get("username"),
      password: form.get("password"),
      redirect: false,
    });
    if (!answer) return;
    if (answer.ok) await router.push(String(router.query.callbackUrl ?? "/"));
    else setComplaint(explain(answer));
  }

  return (
    <form onSubmit={submit}>
      <h1>Who goes there?</h1>
      <input name="username" aria-label="Name" />
      <input name="password" aria-label="Password" type="password" />
      <button>Enter</button>
      {complaint && <p role="alert">{complaint}</p>}
    </form>
  );
}
