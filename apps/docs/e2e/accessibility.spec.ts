import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { open } from "./open.ts";

/** Together they have all the colours of the site. */
const colourful = ["index", "getting-started", "comparison"];
const pages = [...colourful, "frameworks/react", "reference/query"];
/** One of each kind that is left. */
const others = ["guides/popups", "errors/csrf", "concepts/errors", "coming-from/next-auth-4"];

/** What axe finds on a page, by rule and element. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.target.join(" ")}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    for (const path of colorScheme === "light" ? [...pages, ...others] : colourful) {
      test(`${path} has nothing that axe complains about`, async ({ page }) => {
        await open(page, `/${path}.html`);
        expect(await violationsOf(page)).toEqual([]);
      });
    }
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  for (const path of pages) {
    test(`${path} is not wider than the screen`, async ({ page }) => {
      await open(page, `/${path}.html`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    });
  }

  test("axe has nothing to complain about", async ({ page }) => {
    await open(page, "/getting-started.html");
    expect(await violationsOf(page)).toEqual([]);
  });
});

test("the tabs of frameworks are reached and chosen by keyboard", async ({ page }) => {
  await open(page, "/getting-started.html");
  const tab = page.getByRole("tab", { name: "Svelte", exact: true });
  const names = await page.getByRole("tab").allTextContents();
  await page.getByRole("tab", { name: "Next/Pages" }).focus();
  const steps = names.indexOf("Svelte") - names.indexOf("Next/Pages");
  for (let presses = 0; presses < steps; presses++) await page.keyboard.press("ArrowRight");
  await expect(tab).toBeFocused();
  await expect(tab).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText("npm install @sojourn/svelte")).toBeVisible();
});
