"use client";

import { signIn, signOut, useSession } from "next-auth/react";

export function Account() {
  const { data: session, status } = useSession();
  if (status === "loading") return <p>Account: one moment</p>;
  if (!session) {
    return (
      <p>
        Account: nobody <button onClick={() => signIn("credentials")}>Use a password</button>
      </p>
    );
  }
  return (
    <p>
      Account {session.user.id}: {session.user.name}{" "}
      <button onClick={() => signOut({ redirect: false })}>Sign out</button>
    </p>
  );
}
