import type { Stop } from "../environment.ts";

/**
 * Calls the listener at each sign of a person: events of these types, wherever on the page. Events
 * that scripts have created do not count, nor a pointer that has not moved, nor a page that becomes
 * hidden.
 *
 * @see https://dom.spec.whatwg.org/#dom-event-istrusted
 */
export function onActivity(types: readonly string[], listener: () => void): Stop {
  let position: string | undefined;

  function isSignOfPerson(event: Event): boolean {
    if (!event.isTrusted) return false;
    if (event.type === "visibilitychange") return !document.hidden;
    if (event.type !== "pointermove") return true;
    // Windows sends a move to a pointer that rests when something below it changes.
    const { screenX, screenY } = event as PointerEvent;
    const last = position;
    position = `${screenX} ${screenY}`;
    return position !== last;
  }

  const onEvent = (event: Event): void => {
    if (isSignOfPerson(event)) listener();
  };
  // The listener is called before the page's own listeners, which may stop the event.
  const phase = { capture: true, passive: true };
  for (const type of types) window.addEventListener(type, onEvent, phase);
  return () => {
    for (const type of types) window.removeEventListener(type, onEvent, phase);
  };
}
