import type { Session } from "next-auth";
import { SessionProvider, signIn, signOut, useSession } from "next-auth/react";
import { type FormEvent, useState } from "react";

function Account() {
  const { data: session, status } = useSession();
  const [complaint, setComplaint] = useState("");

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    const answer = await signIn("credentials", { ...form, redirect: false });
    setComplaint(answer?.ok ? "" : "Who?");
  }

  if (status === "loading") return <p>Login: one moment</p>;
  if (session) {
    return (
      <p>
        Login: {session.user?.name}{" "}
        <button onClick={() => signOut({ redirect: false })}>Log out</button>
      </p>
    );
  }
  return (
    <form onSubmit={enter}>
      <p>Login: nobody</p>
      <input name="username" aria-label="Name" />
      <input name="password" aria-label="Password" type="password" />
      <button>Log in</button>
      {complaint && <p>{complaint}</p>}
    </form>
  );
}

export function Login(props: { session?: Session | null }) {
  return (
    <SessionProvider session={props.session}>
      <h2>Login</h2>
      <Account />
    </SessionProvider>
  );
}
