"use client";

import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";
import { WalletProvider } from "@acme/wallet-kit";
import { wallet } from "@/lib/wallet";

export function Providers(props: { session?: Session | null; children: ReactNode }) {
  return (
    <SessionProvider session={props.session}>
      <WalletProvider wallet={wallet}>{props.children}</WalletProvider>
    </SessionProvider>
  );
}
