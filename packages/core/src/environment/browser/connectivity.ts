import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Whether the device may have a connection. A browser that does not say counts as online.
 *
 * @see https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-online
 */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}

/** Calls the listener each time the device is online again. */
export function onOnline(listener: () => void): Stop {
  return listen(window, "online", listener);
}
