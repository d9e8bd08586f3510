import type { Stop } from "../environment.ts";
import { isServer } from "../is-server.ts";
import { listen } from "./listen.ts";

/**
 * Returns `localStorage`; `undefined` on a server, which may have one of its own that all users
 * share, and where the browser refuses it.
 */
export function findPageStorage(): Storage | undefined {
  try {
    return isServer() ? undefined : localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Calls the listener after each change of `localStorage` by another tab.
 *
 * @see https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface
 */
export function onPageStorage(listener: () => void): Stop {
  return isServer() ? () => {} : listen(window, "storage", listener);
}

/** Returns milliseconds since the epoch by the device's clock, as other pages can compare them. */
export function deviceTime(): number {
  return Date.now();
}
