import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/** @see https://html.spec.whatwg.org/multipage/interaction.html#page-visibility */
export function isVisible(): boolean {
  return !document.hidden;
}

/** Calls back each time the page becomes visible. */
export function onVisible(listener: () => void): Stop {
  return listen(document, "visibilitychange", () => isVisible() && listener());
}
