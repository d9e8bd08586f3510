import type { Page } from "@playwright/test";
import { expect, letTimePass, serveApp, test as base, type User } from "shared/e2e";
import { app } from "./app.ts";

const test = base.extend<object, { url: string }>({
  url: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures there
    async ({}, use) => {
      const { url, stop } = await serveApp(app);
      await use(url);
      await stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ url }, use) => use(url),
});

const FRAMEWORKS = ["react", "vue", "svelte"];

async function expectIslands(tab: Page, name: string): Promise<void> {
  for (const framework of FRAMEWORKS) {
    await expect(tab.locator(`[data-island=${framework}]`)).toContainText(`: ${name}`);
  }
}

/** Waits until all islands of the page have hydrated, also those that wait to be seen. */
async function untilHydrated(tab: Page): Promise<void> {
  await expect(tab.locator("astro-island[ssr]")).toHaveCount(0);
}

async function follow(tab: Page, link: string, path: string): Promise<void> {
  await tab.getByRole("navigation").getByRole("link", { name: link }).click();
  await expect(tab).toHaveURL(path);
  await untilHydrated(tab);
}

/** Collects warnings too, which React and Vue write when the HTML of the server does not fit. */
function collectWarnings(user: User): string[] {
  const warnings: string[] = [];
  user.context.on("console", (message) => {
    if (message.type() === "warning") warnings.push(message.text());
  });
  return warnings;
}

test("islands of three frameworks show the user in the HTML, and hydrate without a request", async ({
  user,
}) => {
  const warnings = collectWarnings(user);
  await user.signInBehindTheScenes("ada");
  const html = await (await user.context.request.get("/")).text();
  for (const framework of FRAMEWORKS)
    expect(html).toMatch(new RegExp(`="${framework}"[^:]+: (<!-- -->)?Ada`));

  const requests = await user.countSessionRequests(async () => {
    const tab = await user.open("/");
    await untilHydrated(tab);
    await expectIslands(tab, "Ada Lovelace");
  });
  expect(requests).toBe(0);
  expect(warnings).toEqual([]);
});

test("all islands of all tabs follow a change at once", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tabs = [await user.open("/"), await user.open("/"), await user.open("/profile")];
  for (const tab of tabs) await untilHydrated(tab);
  const [first, second, third] = tabs as [Page, Page, Page];

  const requests = await user.countSessionRequests(async () => {
    await third.getByLabel("Name", { exact: true }).fill("Countess Ada");
    await third.getByRole("button", { name: "Save the name" }).click();
    await expectIslands(first, "Countess Ada");
    await expectIslands(second, "Countess Ada");
    await expect(third.getByRole("main").getByRole("status")).toHaveText(
      "Saved. Look at your other tabs.",
    );
  });
  expect(requests).toBe(1);
});

test("an island that hydrates late hydrates with what was rendered, and then shows the user", async ({
  user,
}) => {
  const warnings = collectWarnings(user);
  await user.signInBehindTheScenes("ada");
  const tab = await user.context.newPage();
  // The React island, which complains of HTML that does not fit, is below what is in view.
  await tab.setViewportSize({ width: 800, height: 90 });
  await tab.goto("/static");
  await expect(tab.locator("[data-island=vue]")).toContainText("Ada Lovelace");
  await expect(tab.locator("astro-island[ssr]")).toHaveCount(1);
  await expect(tab.locator("[data-island=react]")).toHaveText("React: …");

  await tab.setViewportSize({ width: 800, height: 900 });
  await untilHydrated(tab);
  await expectIslands(tab, "Ada Lovelace");
  expect(warnings).toEqual([]);
});

test("a static page has no user in its HTML, and asks once for all its islands", async ({
  user,
}) => {
  const warnings = collectWarnings(user);
  await user.signInBehindTheScenes("ada");
  expect(await (await user.context.request.get("/static")).text()).not.toContain("Ada");

  const requests = await user.countSessionRequests(async () => {
    const tab = await user.open("/static");
    await untilHydrated(tab);
    await expectIslands(tab, "Ada Lovelace");
    // A server island, which the server renders for this user.
    await expect(tab.locator("[data-greeting]")).toHaveText("Welcome back, Ada Lovelace.");
  });
  expect(requests).toBe(1);
  expect(warnings).toEqual([]);
});

test("view transitions keep the session: no request, and no warning", async ({ user }) => {
  const warnings = collectWarnings(user);
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/");
  await untilHydrated(tab);
  await tab.evaluate(() => Object.assign(window, { isMarked: true }));

  const requests = await user.countSessionRequests(async () => {
    for (let round = 0; round < 3; round += 1) {
      await follow(tab, "A static page", "/static");
      await expectIslands(tab, "Ada Lovelace");
      await follow(tab, "From the server", "/server");
      await follow(tab, "Three tabs", "/");
      await expectIslands(tab, "Ada Lovelace");
    }
  });
  expect(requests).toBe(0);
  expect(await tab.evaluate(() => "isMarked" in window)).toBe(true);
  expect(warnings).toEqual([]);
});

test("a page that a transition brings for another user hands that user over", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/server");
  await untilHydrated(tab);
  await expect(tab.locator(".badge")).toContainText("Ada Lovelace");

  // No tab notices this.
  await user.signInBehindTheScenes("grace");
  await follow(tab, "Three tabs", "/");
  await expectIslands(tab, "Grace Hopper");
  await expect(tab.locator(".badge")).toContainText("Grace Hopper");
});

test("a refresh keeps the scroll position, the hash, and persisted forms", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.context.newPage();
  await tab.setViewportSize({ width: 600, height: 300 });
  await tab.goto("/profile#name");
  await untilHydrated(tab);
  await tab.getByLabel("Name", { exact: true }).fill("half a na");
  await tab.evaluate(() => scrollTo(0, 80));
  await tab.evaluate(() => Object.assign(window, { isMarked: true }));
  const top = await tab.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(0);

  const swapped = tab.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("astro:page-load", resolve, { once: true });
      }),
  );
  const other = await user.open("/profile");
  await untilHydrated(other);
  await other.getByLabel("Name", { exact: true }).fill("Countess Ada");
  await other.getByRole("button", { name: "Save the name" }).click();
  await tab.bringToFront();
  await swapped;
  await letTimePass(100);
  expect(await tab.evaluate(() => [scrollY, location.hash, "isMarked" in window])).toEqual([
    top,
    "#name",
    true,
  ]);
  await expect(tab.getByLabel("Name", { exact: true })).toHaveValue("half a na");
});
