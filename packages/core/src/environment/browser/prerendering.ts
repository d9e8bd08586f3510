import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Whether the page is prerendered and not shown yet. Only Chromium prerenders, by speculation rules
 * or the address bar.
 *
 * @see https://wicg.github.io/nav-speculation/prerendering.html
 */
export function isPrerendering(): boolean {
  return !!(document as { prerendering?: boolean }).prerendering;
}

/** Calls the listener when the page is shown. */
export function onActivate(listener: () => void): Stop {
  return listen(document, "prerenderingchange", listener);
}
