import type { Environment, Popup } from "../environment.ts";

/** What a tab's world can do without; each can be taken away. */
export interface MemoryTabOptions {
  /** The address of the page. */
  url?: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  random(): number;
  /**
   * Without it, messages go by way of storage and cannot carry a session; without storage either,
   * other tabs hear nothing. Default `true`.
   */
  hasChannel?: boolean;
  /** Without Web Locks every lock is granted. Default `true`. */
  hasLocks?: boolean;
  /** Default `true`. */
  hasStorage?: boolean;
  /** Whether a server has sent the user here. Default `false`. */
  isArrival?: boolean;
  /** Whether the page is prerendered, until `activate` is called. Default `false`. */
  isPrerendering?: boolean;
  /** Makes a popup when the page opens one. Default: popups are blocked. */
  popup?(): Popup | null;
}

/** A tab of a simulated browser, and the switches of its world. */
export interface MemoryTab {
  readonly environment: Environment;
  /** Where the page was sent, in order. */
  readonly navigations: readonly string[];
  /** A prerendered page is shown. */
  activate(): void;
  hide(): void;
  show(): void;
  goOffline(): void;
  goOnline(): void;
  /** Nothing of the page runs: timers that fall due, messages and answers wait. */
  freeze(): void;
  /** The page runs again, with what has waited first. */
  thaw(): void;
  /** The page goes into the back/forward cache, and comes back from it; there, browsers freeze it. */
  enterPageCache(): void;
  leavePageCache(): void;
  /** The tab is gone without a word. Nothing of it runs any more. */
  crash(): void;
  /** How many listeners the page has. */
  listenerCount(): number;
}
