import { SessionProvider } from "@sojourn/react";
import icon from "common/icon.svg";
import "common/look.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { auth } from "../auth";
import { Frame } from "../components/frame";

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

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Rendered anew after a server action: the provider adopts what has changed since.
  const session = await auth();

  return (
    <html lang="en">
      <body>
        <SessionProvider session={session}>
          <Frame>{children}</Frame>
        </SessionProvider>
      </body>
    </html>
  );
}
