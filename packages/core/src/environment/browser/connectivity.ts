import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Whether the device may have a connection; so too where it does not say.
 *
 * @see https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-online
 */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}

/** Calls back each time the device gets its connection back. */
export function onOnline(listener: () => void): Stop {
  return listen(window, "online", listener);
}
