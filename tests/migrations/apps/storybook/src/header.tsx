import { signIn, signOut, useSession } from "next-auth/react";

interface Props {
  title: string;
}

export function Header({ title }: Props) {
  const { data: session, status } = useSession();
  return (
    <header>
      <h1>{title}</h1>
      {status === "loading" && <p>One moment …</p>}
      {status === "unauthenticated" && <button onClick={() => signIn()}>Log in</button>}
      {status === "authenticated" && (
        <p>
          Welcome, {session.user.name}! <button onClick={() => signOut()}>Log out</button>
        </p>
      )}
    </header>
  );
}
