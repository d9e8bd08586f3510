import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { replay, type Recording } from "@sojourn/core";
import { FORGET_PATH } from "../fake-auth-server.ts";

const launcher = (page: Page) => page.getByRole("button", { name: "Sojourn devtools" });
const panelOf = (page: Page) => page.getByRole("region", { name: "Sojourn devtools" });
const button = (page: Page, name: string) => panelOf(page).getByRole("button", { name });
const shown = (page: Page) => page.locator("main [role=status]");

test.beforeEach(async ({ request }) => {
  await request.post(FORGET_PATH);
});

async function signIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(shown(page)).toHaveText("authenticated Ada Lovelace");
}

async function copyRecording(page: Page): Promise<Recording> {
  await button(page, "Copy the recording").click();
  await expect(panelOf(page).getByRole("status")).toContainText("Copied");
  return JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Recording;
}

test("a session's life, seen and made to go wrong in the panel, replays from the clipboard", async ({
  page,
}) => {
  await page.goto("/");
  await launcher(page).click();
  const panel = panelOf(page);
  await expect(panel.getByText("unauthenticated", { exact: true })).toBeVisible();

  await signIn(page);
  await expect(panel.getByLabel("data")).toContainText('"name": "Ada Lovelace"');
  const event = panel.getByRole("listitem").filter({ hasText: "unauthenticated → authenticated" });
  await event.getByText("answered").click();
  await expect(event.getByText(/Effects: .*emit signedIn/)).toBeVisible();
  await expect(event.getByText("cache.session", { exact: true })).toBeVisible();
  await expect(panel.getByText("POST callback/credentials")).toBeVisible();
  await expect(panel.getByText("Read: a poll")).toBeVisible();

  await button(page, "Fail the next read").click();
  await button(page, "Read now").click();
  await expect(shown(page)).toHaveText("authenticated Ada Lovelace network");
  await expect(panel.getByText("Read: a read has failed")).toBeVisible();
  await button(page, "Read now").click();
  await expect(shown(page)).toHaveText("authenticated Ada Lovelace");

  await button(page, "Expire now").click();
  await expect(shown(page)).toHaveText("unauthenticated");
  const { effects } = await panel.evaluate((element) => ({ effects: element.textContent }));
  expect(effects).toContain("emit expired, emit signedOut");

  const recording = await copyRecording(page);
  expect(JSON.stringify(recording)).not.toMatch(/Ada |@example/);
  const steps = replay(recording);
  const emitted = steps.flatMap((step) => step.effects.map(([name]) => name));
  expect(emitted.filter((it) => /^(signed|expired|error)/.test(it))).toEqual([
    "signedIn",
    "error",
    "expired",
    "signedOut",
  ]);
  expect(steps.at(-1)?.state.cache.session).toBeNull();
});

test("another tab is listed, and expires too", async ({ page, context }) => {
  await page.goto("/");
  const other = await context.newPage();
  await other.goto("/");
  await launcher(page).click();
  await expect(panelOf(page).getByText(/^[0-9a-f]{4} knows/)).toBeVisible();
  await signIn(other);
  await expect(panelOf(page).getByText(/knows a session/)).toBeVisible();
  await button(page, "Expire now").click();
  await expect(shown(page)).toHaveText("unauthenticated");
  await expect(shown(other)).toHaveText("unauthenticated");
});

test("the keyboard opens and closes the panel, which stays open on the next page", async ({
  page,
}) => {
  await page.goto("/");
  await launcher(page).focus();
  await page.keyboard.press("Enter");
  await expect(button(page, "Close")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(button(page, "Copy the recording")).toBeFocused();
  await page.reload();
  await expect(panelOf(page)).toBeVisible();
  await button(page, "Close").focus();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    const findViolations = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join("\n")}`);
    };
    await expect(shown(page)).toHaveText("unauthenticated");
    expect(await findViolations()).toEqual([]);
    await launcher(page).click();
    await signIn(page);
    await button(page, "Fail the next read").click();
    await button(page, "Read now").click();
    await expect(shown(page)).toHaveText("authenticated Ada Lovelace network");
    await panelOf(page).locator("summary").first().click();
    expect(await findViolations()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findViolations()).toEqual([]);
  });
}

test("on a phone everything of the panel is in view, and nothing is wider than it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await launcher(page).click();
  const widths = await panelOf(page).evaluate((panel) => {
    const parts = [panel, ...panel.querySelectorAll(".header, .body, section")];
    return parts.map((part) => part.scrollWidth - part.clientWidth);
  });
  expect(Math.max(...widths)).toBe(0);
  for (const name of ["Read now", "Copy the recording", "Close"]) {
    await expect(button(page, name)).toBeInViewport({ ratio: 1 });
  }
});

test("TanStack Devtools shows the panel, and its bus carries the steps", async ({ page }) => {
  const emitted: string[] = [];
  await page.exposeFunction("noteStep", (event: string) => void emitted.push(event));
  await page.addInitScript(() => {
    window.addEventListener("sojourn:step", (event) => {
      const { payload } = (event as CustomEvent<{ payload: { event: string } }>).detail;
      void (window as unknown as { noteStep(event: string): void }).noteStep(payload.event);
    });
  });
  await page.goto("/tanstack.html");
  await expect(panelOf(page).getByText("unauthenticated", { exact: true })).toBeVisible();
  await expect(launcher(page)).toBeHidden();
  await signIn(page);
  await expect(panelOf(page).getByLabel("data")).toContainText("Ada Lovelace");
  await expect.poll(() => emitted).toEqual(expect.arrayContaining(["mutationStarted", "answered"]));
});
