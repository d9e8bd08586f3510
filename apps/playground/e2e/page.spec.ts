import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { fromHash } from "../src/model/address.ts";
import { replayStory } from "../src/model/run.ts";
import { describeMark, toLanes } from "../src/view/lanes.ts";
import { expect, test } from "./playground.ts";

const FAILS = "#client=next-auth&poll=5&t=13000&do=1000-ada-1_2000-freeze-2_4000-500_6000-leave-3";

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join("\n")}`);
}

test("an address restores the state, and the way to it", async ({ playground, page, context }) => {
  const { open, press, shows, marks } = playground;
  await open();
  await press("Sign in as Ada", 1);
  await shows("Ada Lovelace", "Ada Lovelace", "Ada Lovelace");
  await press("Freeze", 2);
  await press("Change name", 3);
  await shows("Countess Lovelace", "Ada Lovelace", "Countess Lovelace");
  await press("Pause");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const time = await page.getByRole("status", { name: "Time" }).textContent();
  const before = await marks();
  const address = await page
    .getByRole("link", { name: "Address of this state" })
    .getAttribute("href");
  await expect.poll(() => new URL(page.url()).hash).toBe(address);

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole("status", { name: "Time" })).toHaveText(String(time));
  const marksOf = () =>
    second
      .getByRole("region", { name: "Timeline" })
      .getByRole("listitem")
      .getByRole("button")
      .evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")));
  await expect.poll(marksOf).toEqual(before);
  await expect(second.getByRole("button", { name: "Play" })).toBeVisible();
});

test("a browser plays the same timeline as Node", async ({ playground }) => {
  await playground.open(FAILS);
  const run = await replayStory(fromHash(FAILS));
  const marks = toLanes(run.timeline).flatMap((lane) => lane.marks.map(describeMark));
  await expect.poll(playground.marks).toEqual(marks);
});

test("a situation is watched from its start, and again", async ({ playground, page }) => {
  const { open, press, choose, shows } = playground;
  await open();
  await choose("5×");
  await press("Sign in once");
  await shows("Ada Lovelace", "Ada Lovelace", "Ada Lovelace");
  await press("Watch again");
  await expect(page.getByRole("region", { name: "Tab 1" }).getByRole("status")).not.toHaveText(
    "Ada Lovelace",
  );
  await shows("Ada Lovelace", "Ada Lovelace", "Ada Lovelace");
  await press("Start over");
  const link = page.getByRole("link", { name: "Address of this state" });
  await expect(link).not.toHaveAttribute("href", /do=/);
  await shows("Signed out", "Signed out", "Signed out");
});

test("a step goes to the next event, and the clock then stands", async ({ playground, page }) => {
  const { open, press, marks } = playground;
  await open("#client=sojourn&poll=5&t=3000&do=1000-ada-1");
  const time = page.getByRole("status", { name: "Time" });
  await expect(time).toHaveText("3.0 s");
  const before = await marks();
  await press("Step");
  // The next poll, five seconds after the sign-in.
  await expect(time).toHaveText("6.1 s");
  expect((await marks()).length).toBeGreaterThan(before.length);
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

test("the keyboard moves along a lane, and the details say what has changed", async ({
  playground,
  page,
}) => {
  await playground.open("#client=sojourn&poll=5&t=4000&do=1000-ada-1");
  const lane = page.getByRole("list", { name: "Tab 2: what has happened" });
  await lane.locator("button[tabindex='0']").focus();
  const details = page.getByRole("region", { name: "Details" });
  await expect(details).toContainText("cache.session none → Ada Lovelace");
  await page.keyboard.press("Home");
  await expect(details).toContainText("The user opens the tab");
  await page.keyboard.press("ArrowRight");
  await expect(details).toContainText("mutation is under way");
  await lane.getByRole("button").last().hover();
  await expect(details).toContainText("cache.session none → Ada Lovelace");
});

test("the focus stays in a tab that the keyboard closes, opens and leaves", async ({
  playground,
  page,
}) => {
  const { open, tab } = playground;
  await open();
  const button = (name: string) => tab(2).getByRole("button", { name, exact: true });
  await button("Close tab 2").focus();
  await page.keyboard.press("Enter");
  await expect(button("Open tab")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button("Sign in as Ada")).toBeFocused();
  await button("Follow a link").focus();
  await page.keyboard.press("Enter");
  await expect(button("Back in tab 2")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button("Sign in as Ada")).toBeFocused();
});

test("the address is copied, and the page says so", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open(FAILS);
  await playground.press("Copy the address");
  await expect(page.getByRole("status", { name: "Copying" })).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("the page says so if the browser does not let it copy", async ({ playground, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await playground.open(FAILS);
  await playground.press("Copy the address");
  await expect(page.getByRole("status", { name: "Copying" })).toHaveText(/does not let the page/);
});

test("the top leads to the site around the playground", async ({ playground, page }) => {
  await playground.open();
  const pathOf = (name: string) =>
    page
      .getByRole("banner")
      .getByRole("link", { name })
      .evaluate((link) => new URL((link as HTMLAnchorElement).href).pathname);
  expect(await pathOf("Sojourn playground")).toBe("/");
  expect(await pathOf("Get started")).toBe("/getting-started.html");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await playground.open();
    await playground.press("Pause");
    expect(await findViolations(page)).toEqual([]);
    await playground.open(FAILS);
    await page.getByRole("region", { name: "Timeline" }).getByRole("button").last().hover();
    expect(await findViolations(page)).toEqual([]);
  });
}

test("a phone shows all of it without scrolling the page sideways", async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open(FAILS);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findViolations(page)).toEqual([]);
});

test("nothing moves while a story is played", async ({ playground, page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        Object.assign(window, { shift: (Reflect.get(window, "shift") ?? 0) + value });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const { open, press, choose, shows } = playground;
  await open();
  await press("Sign in as Ada", 1);
  await shows("Ada Lovelace", "Ada Lovelace", "Ada Lovelace");
  await choose("As next-auth would");
  await choose("with 500");
  await press("Follow a link", 3);
  await press("Close tab 2", 2);
  await press("Pause");
  expect(await page.evaluate(() => Number(Reflect.get(window, "shift") ?? 0))).toBeLessThan(0.01);
});
