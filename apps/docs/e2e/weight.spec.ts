import { expect, test, type Page } from "@playwright/test";
import { open } from "./open.ts";

/** Compressed bytes until a page has loaded, of its types of resources. */
async function weigh(page: Page, path: string, types: string[]): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const wanted = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (types.includes(type)) wanted.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (wanted.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return bytes;
}

const code = ["Document", "Script", "Stylesheet", "Font"];

test("the first page loads at most 110 kB of code, and no font", async ({ page }) => {
  expect(await weigh(page, "/", code)).toBeLessThan(110_000);
  expect(await weigh(page, "/", ["Font"])).toBe(0);
});

test("a page without types on hover does not load what shows them", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", (it) => scripts.push(it.url()));
  await page.goto("/guides/csp.html", { waitUntil: "networkidle" });
  const isLoaded = await page.evaluate(() => !!document.querySelector(".v-popper"));
  expect(isLoaded).toBe(false);
  expect(scripts.filter((it) => /floating|chunks\/client/.test(it))).toEqual([]);
});

test("nothing moves while the first page loads, and while one scrolls through it", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const it of list.getEntries()) if ("value" in it) shifts.push(Number(it.value));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await page.getByRole("region", { name: "Three tabs to play with" }).hover();
  await page.mouse.wheel(0, 400);
  await page.getByRole("button", { name: "Sign in as Ada" }).first().waitFor();
  await page.mouse.wheel(0, 2000);
  await page.getByRole("heading", { name: "Change one import" }).scrollIntoViewIfNeeded();
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, it) => sum + it, 0)).toBeLessThan(0.01);
});

test("a type is shown on hover, once what shows it has been loaded", async ({ page }) => {
  await open(page, "/guides/popups.html");
  const name = page.locator(".twoslash-hover", { hasText: "signInByPopup" }).first();
  const type = page.locator(".twoslash-popup-code", { hasText: "function signInByPopup" }).first();
  await expect(async () => {
    await page.mouse.move(0, 0);
    await name.hover();
    await expect(type).toBeVisible({ timeout: 1000 });
  }).toPass();
});
