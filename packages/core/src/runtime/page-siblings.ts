import type { Environment } from "../environment/environment.ts";

/**
 * The clients of one page. Those that nobody watches any more are what is left of components that are
 * gone: the others neither hear them nor wait for them, for the next thing in the same window, as in a
 * test, may be another app.
 */
export interface PageSiblings {
  /** So many watch this client now. */
  note(watchers: number): void;
  /** This client has nothing more to say. */
  forget(): void;
  isLeft(tab: number): boolean;
  areAnyLeft(): boolean;
}

/** By their page, the clients that were left, by their tab's number. */
const leftClients = new WeakMap<object, Set<number | null>>();

/** @param tabOf gives the number of this client's tab */
export function createPageSiblings(
  environment: Environment,
  tabOf: () => number | null,
): PageSiblings {
  const page = environment.page?.() ?? environment;
  const left = leftClients.get(page) ?? new Set();
  leftClients.set(page, left);
  let wasWatched = false;

  return {
    note(watchers) {
      const isWatched = watchers > 0;
      if (isWatched) left.delete(tabOf());
      else if (wasWatched) left.add(tabOf());
      wasWatched = isWatched;
    },
    forget: () => void left.delete(tabOf()),
    isLeft: (tab) => left.has(tab),
    areAnyLeft: () => left.size > 0,
  };
}
