"use client";

import { signIn, signOut, useSession } from "next-auth/react";

export function AccountButton() {
  const { data: session, status } = useSession();
  if (status === "loading") return <span aria-busy="true">…</span>;
  if (status === "unauthenticated") {
    return <button onClick={() => signIn("github", { redirectTo: "/home" })}>Sign in</button>;
  }
  return (
    <span>
      {session?.user.name} ({session?.user.plan})
      <button onClick={() => signOut({ redirectTo: "/" })}>Sign out</button>
    </span>
  );
}
