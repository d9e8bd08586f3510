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
    if (!channel.postMessage || !channel.close) throw new TypeError("a stub");
  } catch {
    // It is missing, refused together with cookies, or replaced by a test.
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
