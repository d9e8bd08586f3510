"use client";

import { type RegisteredSession, SessionProvider, useSessionClient } from "@sojourn/react";
import type { ReactNode } from "react";

interface Props {
  session: RegisteredSession | null;
  children: ReactNode;
}

/** Gives the layout's client what the server knows: one client for the page, and nothing to ask. */
export function SessionFromServer({ session, children }: Props) {
  const client = useSessionClient();

  return (
    <SessionProvider client={client} session={session}>
      {children}
    </SessionProvider>
  );
}
