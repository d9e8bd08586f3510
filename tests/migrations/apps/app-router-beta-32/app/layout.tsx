import type { Metadata } from "next";
import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";
import { auth } from "@/auth";

export const metadata: Metadata = { title: "Players" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider session={await auth()} refetchInterval={60}>
          {children}
        </SessionProvider>
      </body>
    </html>
  );
}
