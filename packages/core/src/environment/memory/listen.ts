import type { Stop } from "../environment.ts";

/** Adds a listener to a set, and returns a function that removes it. */
export function listen<T>(listeners: Set<T>, listener: T): Stop {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
