import type { SessionState } from "./state.ts";

/** This tab, or this client if a page has several. */
export interface Tab {
  /** A random number that identifies it; `null` before the first event. */
  readonly id: number | null;
  /**
   * "new": no subscriber has been on a shown page yet. "prerendering": the page is not shown yet, so
   * the client reads once and announces nothing. "observed": there is a subscriber. "unobserved":
   * there is none any more, so the client does nothing.
   */
  readonly type: "new" | "prerendering" | "observed" | "unobserved";
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

/** Whether there is no subscriber. */
export function isUnobserved({ tab }: Pick<SessionState, "tab">): boolean {
  return tab.type === "new" || tab.type === "unobserved";
}

/** Whether no subscriber has been on a shown page yet. */
export function isNeverShown({ tab }: Pick<SessionState, "tab">): boolean {
  return tab.type === "new" || tab.type === "prerendering";
}

/** A tab before its first subscriber. */
export const NEW_TAB: Tab = {
  id: null,
  type: "new",
  isLingering: false,
  isOnline: true,
  isVisible: true,
  loadingUntil: Infinity,
};
