"use strict";

// A library as wallet kits are: CommonJS that was compiled, and that knows of next-auth/react only.
Object.defineProperty(exports, "__esModule", { value: true });
const react = require("react");
const nextAuth = require("next-auth/react");

exports.WalletProvider = function WalletProvider({ session, children }) {
  return react.createElement(nextAuth.SessionProvider, { session }, children);
};

exports.WalletButton = function WalletButton() {
  const { data, status } = nextAuth.useSession();
  const proof = { message: "I am Ada", signature: "0x1815", redirect: false };
  const isSignedIn = status === "authenticated";
  const onClick = () =>
    isSignedIn ? nextAuth.signOut({ redirect: false }) : nextAuth.signIn("wallet", proof);
  const label = isSignedIn ? `Disconnect ${data.user.name}` : `Wallet: ${status}`;
  return react.createElement("button", { onClick }, label);
};
