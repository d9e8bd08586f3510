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
 */
export function createStore<T>(initial: T, onFirst: () => void, onLast: () => void): Store<T> {
  // Wrapped, so that one function can be subscribed twice.
  const listeners = new Set<[listener: () => void]>();
  let value = initial;

  return {
    get: () => value,
    set(next) {
      value = next;
    },
    notify() {
      for (const [listener] of [...listeners]) runSafely(listener);
    },
    subscribe(listener) {
      const entry: [() => void] = [listener];
      listeners.add(entry);
      if (listeners.size === 1) onFirst();
      return () => {
        if (listeners.delete(entry) && listeners.size === 0) onLast();
      };
    },
  };
}
