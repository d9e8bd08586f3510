import { WalletButton, WalletProvider } from "wallet-kit";
import { auth } from "../../auth";
import { Account } from "../account";

/** The library's provider, and our components below. */
export default async function Page() {
  return (
    <WalletProvider session={await auth()}>
      <Account />
      <WalletButton />
    </WalletProvider>
  );
}
