import { runSafely } from "./run-safely.ts";

/** A value that can be watched. */
export interface Store<T> {
  get(): T;
  /** Replaces the value. Listeners are not told before {@link Store.notify}. */
  set(value: T): void;
  notify(): void;
  /** Calls back at each `notify`, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * Makes a store.
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
      // One function can be subscribed twice.
      const own = listeners.has(listener) ? () => listener() : listener;
      listeners.add(own);
      onCount(listeners.size, listeners.size - 1);
      return () => {
        if (listeners.delete(own)) onCount(listeners.size, listeners.size + 1);
      };
    },
  };
}
