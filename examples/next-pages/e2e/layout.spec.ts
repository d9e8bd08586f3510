import { tour } from "../components/tour";
import { expect, expectSignedIn, pathOf, test } from "shared/e2e";

test("one can skip to the content, and sign in, by the keyboard alone", async ({ user }) => {
  const tab = await user.open("/auth/signin?callbackUrl=/idle");
  await expect(tab.getByLabel("Username")).toBeVisible();

  await tab.keyboard.press("Tab");
  await expect(tab.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  await expect(tab.getByLabel("Username")).toBeFocused();
  await tab.keyboard.type("ada");
  await tab.keyboard.press("Tab");
  await tab.keyboard.type("lovelace");
  await tab.keyboard.press("Enter");

  await expect(tab).toHaveURL("/idle");
  await expectSignedIn(tab, "Ada Lovelace");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("no page is wider than the screen", async ({ user }) => {
    await user.signInBehindTheScenes("ada");
    const tab = await user.open("/");
    for (const { href } of [...tour.flatMap(({ stops }) => stops), { href: "/auth/signin" }]) {
      await tab.goto(href);
      await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
      const tooWide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, `pixels too many on ${href}`).toBe(0);
    }
  });

  test("the list of pages opens on demand, and closes when a page is chosen", async ({ user }) => {
    const tab = await user.open("/");
    const pages = tab.getByRole("navigation", { name: "Pages" });
    await expect(pages).toBeHidden();

    await tab.getByRole("button", { name: "Pages" }).click();
    await pages.getByRole("link", { name: "Left to expire" }).click();

    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Left to expire");
    await expect(pages).toBeHidden();
    expect(pathOf(tab)).toBe("/idle");
  });
});
