import type { Page } from "@playwright/test";

const PATIENCE_MS = 5000;

/**
 * Waits until a page has been hydrated: a click that comes earlier has no effect, or loads a page.
 * Frameworks do not tell when that is. All of them note something at an element that they listen to.
 */
export async function untilHydrated(tab: Page): Promise<void> {
  await tab.waitForFunction(
    () => {
      const button = document.querySelector("header .session button");
      return !!button && Reflect.ownKeys(button).length > 0;
    },
    undefined,
    { timeout: PATIENCE_MS },
  );
}
