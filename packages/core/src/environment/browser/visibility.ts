import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Whether the page is visible.
 *
 * @see https://html.spec.whatwg.org/multipage/interaction.html#page-visibility
 */
export function isVisible(): boolean {
  return !document.hidden;
}

/** Calls the listener each time the page becomes visible. */
export function onVisible(listener: () => void): Stop {
  return listen(document, "visibilitychange", () => isVisible() && listener());
}
