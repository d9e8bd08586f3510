import icon from "shared/icon.svg";
import "shared/look.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { auth } from "../auth";
import { Frame } from "../components/frame";
import { Session } from "../components/session";
import { SessionBadge } from "../components/session-badge";
import { SessionPlaceholder } from "../components/session-placeholder";
import { WithSession } from "../components/with-session";

export const metadata: Metadata = {
  title: { template: "%s · Sojourn", default: "Sojourn" },
  icons: icon.src,
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f7f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1614" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Session session={readSession()}>
          <Frame
            session={
              <WithSession fallback={<SessionPlaceholder />}>
                <SessionBadge />
              </WithSession>
            }
          >
            {children}
          </Frame>
        </Session>
      </body>
    </html>
  );
}

async function readSession() {
  // A link that is only in view is no visit: next-auth would make a new token for each.
  await connection();
  return auth();
}
