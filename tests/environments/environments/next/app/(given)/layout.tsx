import { getSession, SessionProvider } from "@sojourn/react";
import { headers } from "next/headers";
import { type ReactNode, Suspense } from "react";

/** A static shell, into which the session streams. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <h1>Shell</h1>
        <Suspense fallback={<p>Streaming</p>}>
          <WithSession>{children}</WithSession>
        </Suspense>
      </body>
    </html>
  );
}

async function WithSession({ children }: { children: ReactNode }) {
  const session = await getSession({ headers: await headers() });
  return <SessionProvider session={session}>{children}</SessionProvider>;
}
