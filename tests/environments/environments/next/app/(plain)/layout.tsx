import { SessionProvider } from "@sojourn/react";
import type { ReactNode } from "react";
import { Account } from "../account";

/** The page asks for the session itself: all of this is a static shell. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider>
          <Account />
          {children}
        </SessionProvider>
      </body>
    </html>
  );
}
