import type { Browser } from "../browser.ts";
import type { Page } from "../page.ts";

/** Something that can happen to a page or to its browser. */
export interface Act {
  /** How often it happens, in comparison. */
  readonly weight: number;
  /** Whether it belongs to a fair world too; see `Scenario`. */
  readonly isFair: boolean;
  /** Whether it happens only where somebody else's scripts speak in the name of pages. */
  readonly isForgery?: boolean;
  /** Whether it is for pages that do not run as well. */
  readonly wakes?: boolean;
  /** Whether it can happen to a page that is prerendered, and that nobody sees yet. */
  readonly prepares?: boolean;
  /** @param value what the act makes of it: which user, which fault */
  run(browser: Browser, page: Page, value: number): void;
}

/** One of the items, counted round. */
export function pick<T>(items: readonly T[], value: number): T {
  // The remainder is an index of the list.
  return items[value % items.length] as T;
}
