import { copyStructure } from "../../share-structure.ts";
import type { TabChannel } from "../environment.ts";
import { openStorageChannel } from "./storage-channel.ts";

/**
 * Opens a `BroadcastChannel`, or a channel that uses storage if there is none.
 *
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export function openTabChannel(name: string, onMessage: (message: unknown) => void): TabChannel {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(name);
    // A test may have replaced it by a stub.
    if (!channel.postMessage || !channel.close) return openStorageChannel(name, onMessage);
  } catch {
    // It is missing, or refused together with cookies.
    return openStorageChannel(name, onMessage);
  }
  channel.onmessage = (event) => onMessage(event.data);
  return {
    carriesData: true,
    post(message) {
      try {
        // The session of a reactive store is a proxy, which the browser does not copy.
        channel.postMessage(copyStructure(message));
      } catch {
        // A message that cannot be copied, or not be sent, is dropped.
      }
    },
    close: () => channel.close(),
  };
}
