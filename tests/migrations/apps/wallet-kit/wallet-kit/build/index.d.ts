import type { ReactElement, ReactNode } from "react";
import type { Session } from "next-auth";

export interface Wallet {
  address: string;
  sign(message: string): Promise<string>;
}

/** Has the components below speak of a wallet. They need the app's `SessionProvider`. */
export declare function WalletProvider(props: {
  wallet: Wallet;
  children: ReactNode;
}): ReactElement;

/** Connects and disconnects: a sign-in and a sign-out of next-auth that stay on the page. */
export declare function ConnectButton(props: {
  onConnect?: (session: Session | null) => void;
}): ReactElement;
