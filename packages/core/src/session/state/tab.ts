/** This tab, or this client if a page has several. */
export interface Tab {
  /** A random number that identifies it; `null` before the first event. */
  readonly id: number | null;
  /**
   * "unobserved": there is no subscriber, so the client does nothing. "prerendering": the page is
   * not shown yet, so the client reads once and announces nothing. "observed": there is a
   * subscriber.
   */
  readonly mode: "unobserved" | "prerendering" | "observed";
  /** Whether the last subscriber has left a moment ago. Until it is back, no read starts. */
  readonly isLingering: boolean;
  readonly isOnline: boolean;
  readonly isVisible: boolean;
  /**
   * When "loading" ends, whatever the server does, in milliseconds. `Infinity` before the first
   * subscriber.
   */
  readonly loadingUntil: number;
}

/** A tab before its first subscriber. */
export const NEW_TAB: Tab = {
  id: null,
  mode: "unobserved",
  isLingering: false,
  isOnline: true,
  isVisible: true,
  loadingUntil: Infinity,
};
