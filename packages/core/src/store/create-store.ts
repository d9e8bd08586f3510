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
 * @param onFirst called when the first listener has come
 * @param onLast called when the last one has gone
 * @param onCount called before these, and at each other change, with the number of listeners
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
      // One function can be subscribed twice.
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
