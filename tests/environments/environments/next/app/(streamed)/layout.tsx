import { getSession } from "@sojourn/react";
import { SessionProvider } from "@sojourn/react/streaming";
import { headers } from "next/headers";
import type { ReactNode } from "react";

/** A static shell. Nobody waits for the session, which streams to the provider. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider session={readSession()}>{children}</SessionProvider>
      </body>
    </html>
  );
}

async function readSession() {
  return getSession({ headers: await headers() });
}
