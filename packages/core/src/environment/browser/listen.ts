import type { Stop } from "../environment.ts";

/** Adds a listener; the result removes it. */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
): Stop {
  // Whoever names the type of the event knows its class.
  const onEvent = listener as EventListener;
  target.addEventListener(type, onEvent);
  return () => target.removeEventListener(type, onEvent);
}
