import { useState } from "react";
import { ConnectButton } from "@acme/wallet-kit";
import { Account } from "./account";

export function Panel() {
  const [name, setName] = useState<string | null>();
  return (
    <>
      <Account />
      <ConnectButton onConnect={(session) => setName(session?.user.name)} />
      {name && <p>Welcome, {name}</p>}
    </>
  );
}
