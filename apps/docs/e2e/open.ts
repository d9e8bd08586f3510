import type { Page } from "@playwright/test";

/** Opens a page of the site, and waits until it reacts. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => "__vue_app__" in (document.querySelector("#app") ?? {}));
}
