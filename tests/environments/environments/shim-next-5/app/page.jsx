import { SessionProvider } from "@sojourn/react";
import { WalletButton } from "wallet-kit";
import { auth } from "../auth";
import { Account } from "./account";

/** Our provider, and the library's components below. */
export default async function Page() {
  return (
    <SessionProvider session={await auth()}>
      <Account />
      <WalletButton />
    </SessionProvider>
  );
}
