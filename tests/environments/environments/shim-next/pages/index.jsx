import { SessionProvider } from "@sojourn/react";
import { WalletButton } from "wallet-kit";
import { Account } from "../account";

/** Our provider, and the library's components below. */
export default function Page() {
  return (
    <SessionProvider>
      <Account />
      <WalletButton />
    </SessionProvider>
  );
}
