"use client";

import { SessionProvider, useSession } from "next-auth/react";
import type { ReactNode } from "react";
import { useSeconds } from "./use-seconds";

/** What is below sees a session with something of ours, which is made anew in each render. */
export function DecoratedSession({ children }: { children: ReactNode }) {
  const { data } = useSession();
  const seconds = useSeconds();
  return (
    <SessionProvider
      session={data ? { ...data, user: { ...data.user, isDecorated: true } } : data}
      refetchOnWindowFocus
    >
      {children}
      <footer>
        Here for <output>{seconds}</output> s
      </footer>
    </SessionProvider>
  );
}
