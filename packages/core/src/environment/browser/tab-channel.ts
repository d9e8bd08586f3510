import type { TabChannel } from "../environment.ts";
import { openStorageChannel } from "./storage-channel.ts";

/**
 * Opens a `BroadcastChannel`, or listens to storage where there is none.
 *
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export function openTabChannel(name: string, onMessage: (message: unknown) => void): TabChannel {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    // Missing, or refused together with cookies.
    return openStorageChannel(name, onMessage);
  }
  channel.onmessage = (event) => onMessage(event.data);
  return {
    carriesData: true,
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
