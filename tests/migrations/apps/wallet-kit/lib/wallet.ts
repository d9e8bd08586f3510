import type { Wallet } from "@acme/wallet-kit";

/** Stands for a wallet of the browser. */
export const wallet: Wallet = {
  address: "0x1815",
  async sign(message) {
    return `0x1815 signs ${message}`;
  },
};

export function isSignedBy(address: string, message: string, signature: string): boolean {
  return signature === `${address} signs ${message}`;
}
