import Link from "next/link";
import { signIn, signOut, useSession } from "next-auth/react";

const pages = ["members", "server", "nickname"] as const;

export function Header() {
  const { data: session, status } = useSession();
  return (
    <header>
      {status === "authenticated" ? (
        <p>
          Signed in as {session.user.name} ({session.user.role})
          <button onClick={() => signOut()}>Sign out</button>
        </p>
      ) : (
        <p>
          {status === "loading" ? "One moment" : "Not signed in"}
          <button onClick={() => signIn()}>Sign in</button>
        </p>
      )}
      <nav>
        <Link href="/">home</Link>
        {pages.map((page) => (
          <Link key={page} href={`/${page}`}>
            {page}
          </Link>
        ))}
      </nav>
    </header>
  );
}
