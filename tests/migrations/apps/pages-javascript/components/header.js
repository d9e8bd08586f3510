import Link from "next/link";
import { signIn, signOut } from "next-auth/react";
import { useName } from "../lib/use-name.mjs";

export function Header() {
  const name = useName();
  if (!name) return <p>One moment</p>;
  return (
    <header>
      <p>Hello, {name}!</p>
      {name === "nobody" ? (
        <button onClick={() => signIn()}>Sign in</button>
      ) : (
        <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
      )}
      <Link href="/">home</Link> <Link href="/guide">guide</Link>
    </header>
  );
}
