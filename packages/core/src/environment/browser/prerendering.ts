import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Whether the page is prerendered, by speculation rules or the address bar, and not shown yet. Only
 * Chromium does that.
 *
 * @see https://wicg.github.io/nav-speculation/prerendering.html
 */
export function isPrerendering(): boolean {
  return !!(document as { prerendering?: boolean }).prerendering;
}

/** Calls back when the page is shown. */
export function onActivate(listener: () => void): Stop {
  return listen(document, "prerenderingchange", listener);
}
