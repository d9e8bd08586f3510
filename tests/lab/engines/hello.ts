import type { Tab } from "./drivers/driver.ts";

declare global {
  interface Window {
    /** When the first message of another tab came; milliseconds since the epoch. */
    receivedAt?: number;
  }
}

/** Runs in a page: notes when the other tabs answer its first message. */
export function noteHello(): void {
  const { prototype } = BroadcastChannel;
  const { postMessage } = prototype;
  prototype.postMessage = function (message) {
    this.addEventListener("message", () => (window.receivedAt ??= Date.now()), { once: true });
    postMessage.call(this, message);
  };
}

/** Whether a tab has asked the server, and only then had the answer of another tab. */
export function isAnsweredLate(tab: Tab): Promise<boolean> {
  return tab.evaluate(() => (window.asked[0] ?? Infinity) <= (window.receivedAt ?? 0));
}
