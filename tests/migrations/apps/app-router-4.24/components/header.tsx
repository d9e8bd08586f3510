"use client";

import Link from "next/link";
import { signOut, useSession } from "next-auth/react";
import { displayName } from "@/lib/display-name";

export function Header() {
  const { data: session, status } = useSession();
  return (
    <header>
      <nav>
        <Link href="/">Home</Link> <Link href="/dashboard">Dashboard</Link>
      </nav>
      {status === "loading" && <p>One moment …</p>}
      {status === "unauthenticated" && <p>Not signed in</p>}
      {status === "authenticated" && (
        <p>
          Signed in as {displayName(session)}{" "}
          <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
        </p>
      )}
    </header>
  );
}
