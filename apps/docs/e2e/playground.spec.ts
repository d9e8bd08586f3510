import { expect, test } from "@playwright/test";

test("the first page has three tabs to play with, once one scrolls to them", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (it) => it.type() === "error" && complaints.push(it.text()));
  page.on("pageerror", (it) => complaints.push(String(it)));
  await page.goto("/");
  const place = page.getByRole("region", { name: "Three tabs to play with" });
  await expect(place.getByRole("img", { name: /^Three tabs of one browser/ })).toBeAttached();

  await place.evaluate((it) => it.scrollIntoView());
  await place.getByRole("button", { name: "Sign in as Ada" }).first().click();

  await expect(place.getByText("3 of 3 tabs right").first()).toBeVisible();
  await expect(place.getByText("The server has Ada Lovelace signed in")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the playground has a page of its own, to which the first page leads", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "On a page of its own" }).click();
  await expect(page).toHaveURL(/\/playground\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Three tabs, one session");
});
