import type { Session } from "next-auth";
import type { ReactElement, ReactNode } from "react";

export declare function WalletProvider(props: {
  session?: Session | null;
  children: ReactNode;
}): ReactElement;
export declare function WalletButton(): ReactElement;
