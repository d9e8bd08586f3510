import type { Environment } from "../environment/environment.ts";

/**
 * The clients of one page. A client is abandoned when its last subscriber has left, because its
 * components are gone. The others ignore its announcements and do not wait for its lock: the next
 * client of the same window may belong to another app, as in tests.
 */
export interface PageSiblings {
  /** Notes how many subscribers this client has. */
  note(subscribers: number): void;
  /** Removes this client from the abandoned ones, because it has stopped. */
  forget(): void;
  isAbandoned(tab: number): boolean;
  hasAbandoned(): boolean;
}

/** The tab IDs of the abandoned clients, by their page. */
const abandonedClients = new WeakMap<object, Set<number | null>>();

/** Creates the view of one client. @param tabOf returns the tab ID of this client */
export function createPageSiblings(
  environment: Environment,
  tabOf: () => number | null,
): PageSiblings {
  const page = environment.page?.() ?? environment;
  const abandoned = abandonedClients.get(page) ?? new Set();
  abandonedClients.set(page, abandoned);
  let hadSubscribers = false;

  return {
    note(subscribers) {
      const hasSubscribers = subscribers > 0;
      if (hasSubscribers) abandoned.delete(tabOf());
      else if (hadSubscribers) abandoned.add(tabOf());
      hadSubscribers = hasSubscribers;
    },
    forget: () => void abandoned.delete(tabOf()),
    isAbandoned: (tab) => abandoned.has(tab),
    hasAbandoned: () => abandoned.size > 0,
  };
}
