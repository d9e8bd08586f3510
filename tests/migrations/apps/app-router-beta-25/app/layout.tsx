import type { Metadata } from "next";
import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";
import { auth } from "@/auth";
import { UserMenu } from "@/components/user-menu";

export const metadata: Metadata = { title: "Articles" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await auth();
  return (
    <html lang="en">
      <body>
        {/* The key has a server action's sign-in reach the client components. */}
        <SessionProvider session={session} key={session?.user.id}>
          <UserMenu />
          <main>{children}</main>
        </SessionProvider>
      </body>
    </html>
  );
}
