import type { TabChannel } from "../environment.ts";
import { openStorageChannel } from "./storage-channel.ts";

/**
 * Opens a `BroadcastChannel`, or listens to storage where there is none (opaque origins, old web views).
 *
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export function openTabChannel(name: string, onMessage: (message: unknown) => void): TabChannel {
  if (typeof BroadcastChannel === "undefined") return openStorageChannel(name, onMessage);
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => onMessage(event.data);
  return {
    carriesData: true,
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
