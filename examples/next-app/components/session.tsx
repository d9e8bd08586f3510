"use client";

import { withDevtools } from "@sojourn/devtools";
import { SojournDevtools } from "@sojourn/devtools/react";
import { SessionProvider } from "@sojourn/react";
import type { ReactNode } from "react";

// Only `next dev` has the devtools; see the package's README.
const options = withDevtools();

/** The provider of the whole app. A server component cannot hand functions to it. */
export function Session({ children }: { children: ReactNode }) {
  return (
    <SessionProvider {...options}>
      {children}
      <SojournDevtools />
    </SessionProvider>
  );
}
