import { SessionProvider } from "next-auth/react";
import { WalletButton } from "wallet-kit";
import { Account } from "../account";

/** The provider by its old name, and no session: prerendered by the build. */
export default function Page() {
  return (
    <SessionProvider>
      <Account />
      <WalletButton />
    </SessionProvider>
  );
}
