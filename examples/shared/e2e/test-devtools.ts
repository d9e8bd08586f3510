import { rmSync } from "node:fs";
import { join } from "node:path";
import { type AppToServe, serveApp } from "./serve-app.ts";
import { expect, test } from "./test.ts";

/** That a Next app has the devtools while it is developed, and nothing of them when it is built. */
export function testDevtools(app: AppToServe) {
  const toDev = (argument: string) => (argument === "start" ? "dev" : argument);
  const developed: AppToServe = {
    ...app,
    command: (port) => app.command(port).map(toDev),
    env: { NODE_ENV: "development" },
  };

  test("the built app has no devtools", async ({ user }) => {
    const tab = await user.open("/");
    await expect(tab.getByRole("main")).toBeVisible();
    await expect(tab.locator("sojourn-devtools")).toHaveCount(0);
    const scripts = await tab.evaluate(async () => {
      const urls = Array.from(document.scripts, ({ src }) => src).filter(Boolean);
      return (await Promise.all(urls.map(async (url) => (await fetch(url)).text()))).join("");
    });
    expect(scripts).toContain("BroadcastChannel");
    expect(scripts).not.toContain("sojourn-devtools");
  });

  test("the app that is developed has the devtools, and they know its client", async ({ page }) => {
    // Next compiles a page when it is opened first, and what that asks for.
    const timeout = 60_000;
    test.setTimeout(3 * timeout);
    // Without what an earlier run has left: a server that was killed may not have finished its cache.
    rmSync(join(app.folder, ".next/dev"), { recursive: true, force: true });
    const { url, stop } = await serveApp(developed);
    try {
      await page.goto(url, { timeout });
      await page.getByRole("button", { name: "Sojourn devtools" }).click();
      const panel = page.getByRole("region", { name: "Sojourn devtools" });
      await expect(panel.getByText("unauthenticated", { exact: true })).toBeVisible({ timeout });
      await panel.getByRole("button", { name: "Read now" }).click();
      await expect(panel.getByRole("status")).toHaveText("Reading.");
      await expect(panel.getByText("GET session").first()).toBeVisible();
    } finally {
      await stop();
    }
  });
}
