"use client";

import { createContext, useContext } from "react";
import { jsx } from "react/jsx-runtime";
import { getCsrfToken, getSession, signIn, signOut, useSession } from "next-auth/react";

const WalletContext = createContext(null);

export function WalletProvider({ wallet, children }) {
  return jsx(WalletContext.Provider, { value: wallet, children });
}

export function ConnectButton({ onConnect }) {
  const { data, status } = useSession();
  const { address, sign } = useContext(WalletContext);

  async function toggle() {
    if (status === "authenticated") {
      await signOut({ redirect: false });
      return;
    }
    const message = JSON.stringify({ address, nonce: await getCsrfToken() });
    const signature = await sign(message);
    const answer = await signIn("wallet", { message, signature, redirect: false });
    if (answer?.ok && !answer.error && onConnect) onConnect(await getSession());
  }

  const label = status === "authenticated" ? `Disconnect ${data.user.name}` : "Connect";
  return jsx("button", {
    disabled: status === "loading",
    onClick: toggle,
    type: "button",
    children: status === "loading" ? "Wallet: one moment" : label,
  });
}
