import { runSafely } from "./run-safely.ts";

/** A value with subscribers. */
export interface Store<T> {
  get(): T;
  /** Replaces the value. Listeners are called only by {@link Store.notify}. */
  set(value: T): void;
  notify(): void;
  /** Calls the listener at each `notify`, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * Creates a store.
 *
 * @param onCount called when a listener has come or gone, with how many there are, and were before
 */
export function createStore<T>(
  initial: T,
  onCount: (count: number, before: number) => void,
): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;

  return {
    get: () => value,
    set(next) {
      value = next;
    },
    notify() {
      for (const listener of [...listeners]) runSafely(listener);
    },
    subscribe(listener) {
      // A function may be subscribed twice, so each subscription needs its own object.
      const own = listeners.has(listener) ? () => listener() : listener;
      listeners.add(own);
      onCount(listeners.size, listeners.size - 1);
      return () => {
        if (listeners.delete(own)) onCount(listeners.size, listeners.size + 1);
      };
    },
  };
}
