import type { AppProps } from "next/app";
import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import { WalletProvider } from "@acme/wallet-kit";
import { wallet } from "../lib/wallet";

export default function App({ Component, pageProps }: AppProps<{ session?: Session | null }>) {
  return (
    <SessionProvider session={pageProps.session}>
      <WalletProvider wallet={wallet}>
        <Component {...pageProps} />
      </WalletProvider>
    </SessionProvider>
  );
}
