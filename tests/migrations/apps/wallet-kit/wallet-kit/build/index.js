"use strict";

Object.defineProperty(exports, "__esModule", { value: true });
exports.ConnectButton = exports.WalletProvider = void 0;
const react_1 = require("react");
const react_2 = require("next-auth/react");

const WalletContext = (0, react_1.createContext)(null);

const WalletProvider = ({ wallet, children }) =>
  (0, react_1.createElement)(WalletContext.Provider, { value: wallet }, children);
exports.WalletProvider = WalletProvider;

const ConnectButton = ({ onConnect }) => {
  const { data, status } = (0, react_2.useSession)();
  const { address, sign } = (0, react_1.useContext)(WalletContext);
  const toggle = async () => {
    if (status === "authenticated") {
      await (0, react_2.signOut)({ redirect: false });
      return;
    }
    const message = JSON.stringify({ address, nonce: await (0, react_2.getCsrfToken)() });
    const signature = await sign(message);
    const answer = await (0, react_2.signIn)("wallet", { message, signature, redirect: false });
    if (answer?.ok && onConnect) onConnect(await (0, react_2.getSession)());
  };
  const label = status === "authenticated" ? `Disconnect ${data.user.name}` : "Connect";
  return (0, react_1.createElement)(
    "button",
    { disabled: status === "loading", onClick: toggle, type: "button" },
    status === "loading" ? "Wallet: one moment" : label,
  );
};
exports.ConnectButton = ConnectButton;
