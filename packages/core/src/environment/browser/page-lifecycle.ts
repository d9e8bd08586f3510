import type { Stop } from "../environment.ts";
import { listen } from "./listen.ts";

/**
 * Calls back when the page may go into the back/forward cache, and when it comes back. It does not
 * use `visibilitychange`, because a hidden tab still runs.
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
