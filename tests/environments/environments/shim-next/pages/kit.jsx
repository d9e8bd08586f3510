import { getServerSession } from "next-auth/next";
import { WalletButton, WalletProvider } from "wallet-kit";
import { Account } from "../account";
import { authOptions } from "../auth-options";

export async function getServerSideProps({ req, res }) {
  const session = await getServerSession(req, res, authOptions);
  // What is not said is not JSON.
  return { props: { session: session && JSON.parse(JSON.stringify(session)) } };
}

/** The library's provider, and our components below. */
export default function Page({ session }) {
  return (
    <WalletProvider session={session}>
      <Account />
      <WalletButton />
    </WalletProvider>
  );
}
