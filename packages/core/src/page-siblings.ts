import type { Environment, Stop } from "./environment/environment.ts";

/**
 * The clients of one page. Those that nobody watches any more are what is left of components that are
 * gone: the others neither hear them nor wait for them, for the next thing in the same window, as in a
 * test, may be another app.
 */
export interface PageSiblings {
  /** Subscribes somebody who watches. */
  watch(listener: () => void): Stop;
  /** This client has nothing more to say. */
  forget(): void;
  isLeft(tab: number): boolean;
  areAnyLeft(): boolean;
}

/** By their page, the clients that were left, by their tab's number. */
const leftClients = new WeakMap<object, Set<number>>();

/** @param tabOf gives the number of this client's tab */
export function createPageSiblings(
  environment: Environment,
  tabOf: () => number,
  subscribe: (listener: () => void) => Stop,
): PageSiblings {
  const page = environment.page?.() ?? environment;
  const left = leftClients.get(page) ?? new Set();
  leftClients.set(page, left);
  let watchers = 0;

  return {
    watch(listener) {
      watchers += 1;
      left.delete(tabOf());
      const end = subscribe(listener);
      let isWatching = true;
      return () => {
        if (isWatching && --watchers === 0) left.add(tabOf());
        isWatching = false;
        end();
      };
    },
    forget: () => void left.delete(tabOf()),
    isLeft: (tab) => left.has(tab),
    areAnyLeft: () => left.size > 0,
  };
}
