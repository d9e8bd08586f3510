import { signIn, signOut, useSession } from "next-auth/react";

export function UserMenu() {
  const { data: session, status } = useSession();
  if (status === "loading") return <p>One moment …</p>;
  if (!session) return <button onClick={() => signIn()}>Sign in</button>;
  return (
    <nav>
      <p>Signed in as {session.user.name}</p>
      {session.user.role === "admin" && <strong>Administrator</strong>}
      <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
    </nav>
  );
}
