import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Tells of the back/forward cache. `visibilitychange` is none of it: a hidden tab is still alive.
 *
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#event-pagehide
 */
export function onPageLifecycle(onHide: () => void, onRestore: () => void): Stop {
  const stops = [
    listen(window, "pagehide", onHide),
    listen<PageTransitionEvent>(window, "pageshow", ({ persisted }) => persisted && onRestore()),
  ];
  return () => stops.forEach((stop) => stop());
}
