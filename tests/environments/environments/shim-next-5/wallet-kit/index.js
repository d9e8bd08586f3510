"use client";

// A library as wallet kits are now: an ES module that was compiled, and that knows of next-auth/react only.
import { SessionProvider, signIn, signOut, useSession } from "next-auth/react";
import { createElement } from "react";

export function WalletProvider({ session, children }) {
  return createElement(SessionProvider, { session }, children);
}

export function WalletButton() {
  const { data, status } = useSession();
  const proof = { message: "I am Ada", signature: "0x1815", redirect: false };
  const isSignedIn = status === "authenticated";
  const onClick = () => (isSignedIn ? signOut({ redirect: false }) : signIn("wallet", proof));
  const label = isSignedIn ? `Disconnect ${data.user.name}` : `Wallet: ${status}`;
  return createElement("button", { onClick }, label);
}
