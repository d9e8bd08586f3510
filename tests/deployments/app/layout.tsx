import { SessionProvider } from "@sojourn/react";
import "shared/look.css";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { authPath } from "../auth.ts";
import { Frame } from "../components/frame.tsx";

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The address of the handlers is that of the server, and not that of the build.
  await connection();

  return (
    <html lang="en">
      <body>
        <SessionProvider basePath={authPath}>
          <Frame>{children}</Frame>
        </SessionProvider>
      </body>
    </html>
  );
}
