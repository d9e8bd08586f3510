import type { Stop } from "../environment.ts";

/** Adds an event listener, and returns a function that removes it. */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
): Stop {
  // The caller names the type of the event, and so knows its class.
  const onEvent = listener as EventListener;
  target.addEventListener(type, onEvent);
  return () => target.removeEventListener(type, onEvent);
}
