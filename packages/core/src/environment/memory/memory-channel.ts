import type { TabChannel } from "../environment.ts";
import type { Suspension } from "./suspension.ts";
import type { TabHub } from "./tab-hub.ts";

/** Which ways to other tabs a page has. */
export interface MemoryChannelOptions {
  readonly hasChannel: boolean;
  readonly hasStorage: boolean;
}

/**
 * Opens a channel for a page. Messages that arrive while the page is frozen wait until it is
 * thawed.
 */
export function openMemoryChannel(
  hub: TabHub,
  tab: object,
  suspension: Suspension,
  { hasChannel, hasStorage }: MemoryChannelOptions,
  name: string,
  onMessage: (message: unknown) => void,
): TabChannel {
  if (!hasChannel && !hasStorage) return { carriesData: false, post() {}, close() {} };
  const open = hasChannel ? hub.open : hub.openStorage;
  let isOpen = true;
  const channel = open(tab, name, (message) => {
    suspension.run(() => isOpen && onMessage(message));
  });
  return {
    ...channel,
    close() {
      isOpen = false;
      channel.close();
    },
  };
}
