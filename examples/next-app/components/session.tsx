"use client";

import { withDevtools } from "@sojourn/devtools";
import { SojournDevtools } from "@sojourn/devtools/react";
import type { RegisteredSession } from "@sojourn/react";
import { SessionProvider } from "@sojourn/react/streaming";
import type { ReactNode } from "react";

// Only `next dev` has the devtools; see the package's README.
const options = withDevtools();

interface Props {
  /** Nobody waits for it: the static shell comes first, and the session streams in. */
  session: Promise<RegisteredSession | null>;
  children: ReactNode;
}

/** The provider of the whole app. A server component cannot hand functions to it. */
export function Session({ session, children }: Props) {
  return (
    <SessionProvider {...options} session={session}>
      {children}
      <SojournDevtools />
    </SessionProvider>
  );
}
