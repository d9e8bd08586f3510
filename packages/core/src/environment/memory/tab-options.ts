import type { Popup } from "../environment.ts";
import type { IdleEnvironment } from "../idle-environment.ts";

/** Options of a simulated tab. Each feature of the browser can be turned off. */
export interface MemoryTabOptions {
  /** The address of the page. */
  url?: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  random(): number;
  /**
   * Whether there is a `BroadcastChannel`. Without it, messages use storage and carry no session.
   * Without storage either, no message reaches another tab. Default `true`.
   */
  hasChannel?: boolean;
  /** Whether there are Web Locks. Without them every lock is granted. Default `true`. */
  hasLocks?: boolean;
  /** Whether there is storage. Default `true`. */
  hasStorage?: boolean;
  /**
   * Whether a server has sent the user to this page; see `Environment.isArrival`. Default `false`.
   */
  isArrival?: boolean;
  /** Whether the page is prerendered, until `activate` is called. Default `false`. */
  isPrerendering?: boolean;
  /** Creates the popup when the page opens one. Default: popups are blocked. */
  popup?(): Popup | null;
}

/** A tab of a simulated browser, and what tests can do to it. */
export interface MemoryTab {
  readonly environment: IdleEnvironment;
  /** The URLs to which the page was navigated, in order. */
  readonly navigations: readonly string[];
  /** Shows a prerendered page. */
  activate(): void;
  /**
   * Lets the user act, for idle timers.
   *
   * @param type the name of a DOM event. Default `"pointerdown"`
   */
  act(type?: string): void;
  hide(): void;
  show(): void;
  goOffline(): void;
  goOnline(): void;
  /** Freezes the page: timers that fall due, messages and responses wait. */
  freeze(): void;
  /** Lets the page run again, first with what has waited. */
  thaw(): void;
  /** Puts the page into the back/forward cache. Browsers freeze it there, so call `freeze`, too. */
  enterPageCache(): void;
  leavePageCache(): void;
  /** Ends the tab without any event. Nothing of it runs any more. */
  crash(): void;
  /** Returns the number of listeners of the page. */
  listenerCount(): number;
}
