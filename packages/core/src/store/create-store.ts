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
 * @param onFirst called when the first listener was added
 * @param onLast called when the last listener was removed
 * @param onCount called with the number of listeners after each change, before the other two
 */
export function createStore<T>(
  initial: T,
  onFirst: () => void,
  onLast: () => void,
  onCount: (count: number) => void = () => {},
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
      onCount(listeners.size);
      if (listeners.size === 1) onFirst();
      return () => {
        if (!listeners.delete(own)) return;
        onCount(listeners.size);
        if (listeners.size === 0) onLast();
      };
    },
  };
}
