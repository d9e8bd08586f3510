"use client";

import { signIn, signOut, useSession } from "@sojourn/react";
import type { ReactNode } from "react";

/** Who is signed in, above whatever a page shows. */
export function Frame({ children }: { children: ReactNode }) {
  const { data: session, status } = useSession();

  return (
    <>
      <header className="top">
        <div className="session">
          <p className="badge" role="status" data-status={status}>
            {status === "loading" && "Checking…"}
            {status === "unauthenticated" && "Signed out"}
            {session?.user?.name}
          </p>
          <button
            className="button"
            type="button"
            disabled={status === "loading"}
            onClick={() => (session ? signOut() : signIn())}
          >
            {session ? "Sign out" : "Sign in"}
          </button>
        </div>
      </header>
      <main>{children}</main>
    </>
  );
}
