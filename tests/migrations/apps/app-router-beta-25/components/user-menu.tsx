"use client";

import Link from "next/link";
import { signOut, useSession } from "next-auth/react";
import { leave } from "@/app/actions";

export function UserMenu() {
  const { data: session, status } = useSession();
  if (status === "loading") return <header aria-busy>One moment …</header>;
  if (!session) {
    return (
      <header>
        Not signed in <Link href="/login">Log in</Link>
      </header>
    );
  }
  return (
    <header>
      Signed in as {session.user.name}, {session.user.role}
      <button onClick={() => signOut({ redirectTo: "/" })}>Sign out</button>
      <form action={leave}>
        <button>Sign out by action</button>
      </form>
    </header>
  );
}
