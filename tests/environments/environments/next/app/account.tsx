"use client";

import { signIn, signOut, useSession } from "@sojourn/react";

export function Account() {
  const { data, status } = useSession();
  if (status === "loading") return <p>One moment</p>;
  return data ? (
    <button onClick={() => signOut({ redirect: false })}>Sign out {data.user?.name}</button>
  ) : (
    <button onClick={() => signIn()}>Sign in</button>
  );
}
