import type { Stop } from "../environment.ts";

/** Adds a listener to a set; the result takes it out. */
export function listen<T>(listeners: Set<T>, listener: T): Stop {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
