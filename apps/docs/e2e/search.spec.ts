import { expect, test } from "@playwright/test";
import { open } from "./open.ts";

const found = {
  callbackUrl: "/guides/sign-in-page.html",
  hydration: "/guides/server-rendering.html",
  jest: "/guides/testing.html",
  "two tabs": "/guides/several-tabs.html",
  popup: "/guides/popups.html",
  "unsafe-redirect": "/errors/unsafe-redirect.html",
  refetchInterval: "/guides/polling-and-expiry.html",
};

test("search finds the right page first", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("/");
  // VitePress gives the box the role of a button, in which no other roles are seen.
  const box = page.locator("#localsearch-input");
  for (const [words, path] of Object.entries(found)) {
    await box.fill(words);
    const first = page.locator(".VPLocalSearchBox .result").first();
    await expect
      .soft(first, words)
      .toHaveAttribute("href", new RegExp(`^${path.replaceAll(".", "\\.")}`), { timeout: 15_000 });
  }
});

test("a result is chosen by keyboard", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("/");
  await page.locator("#localsearch-input").fill("hydration");
  await expect(page.locator(".VPLocalSearchBox .result").first()).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/server-rendering/);
});
