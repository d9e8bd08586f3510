import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium } from "@playwright/test";
import {
  badge,
  expect,
  expectSignedIn,
  expectSignedOut,
  signInHere,
  signOutHere,
  test as base,
} from "shared/e2e";
import { chromiumArgs, findChromium } from "../../../scripts/chromium.ts";

/** What this test needs of an extension's API. */
declare const chrome: { action: { getBadgeText(details: object): Promise<string> } };

const source = fileURLToPath(new URL("../extension", import.meta.url));
const core = fileURLToPath(new URL(".", import.meta.resolve("@sojourn/core")));

/** A browser with the extension, which knows one app. */
const test = base.extend<{ browserWithExtension: BrowserContext }>({
  browserWithExtension: async ({ baseURL }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "sojourn-extension-"));
    const extension = join(folder, "extension");
    cpSync(source, extension, { recursive: true });
    cpSync(core, join(extension, "core"), { recursive: true });
    writeFileSync(
      join(extension, "app-url.js"),
      `export const appUrl = ${JSON.stringify(baseURL)};`,
    );
    // The headless shell has no extensions.
    const executablePath = findChromium();
    const context = await chromium.launchPersistentContext(join(folder, "profile"), {
      ...(baseURL && { baseURL }),
      ...(executablePath && { executablePath }),
      args: [...chromiumArgs, `--load-extension=${extension}`],
      ignoreDefaultArgs: ["--disable-extensions"],
    });
    await use(context);
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

test("an extension's popup and worker follow the app, and a tab of the app follows them when it is visited", async ({
  browserWithExtension: context,
}) => {
  const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
  const onIcon = () => worker.evaluate(() => chrome.action.getBadgeText({}));
  const popup = await context.newPage();
  let reads = 0;
  popup.on("request", (request) => (reads += request.url().endsWith("/session") ? 1 : 0));
  await popup.goto(new URL("popup.html", worker.url()).href);
  await expectSignedOut(popup);

  const tab = await context.newPage();
  await tab.clock.install();
  await tab.goto("/auth/signin?callbackUrl=/profile");
  await signInHere(tab, "ada");
  await Promise.all([tab, popup].map((page) => expectSignedIn(page, "Ada Lovelace")));
  await expect.poll(onIcon).toBe("●");
  const load = tab.waitForEvent("load");
  await signOutHere(tab);
  await load;
  await expectSignedOut(popup);
  await expect.poll(onIcon).toBe("");

  await tab.goto("/auth/signin?callbackUrl=/profile");
  await signInHere(tab, "grace");
  await Promise.all([tab, popup].map((page) => expectSignedIn(page, "Grace Hopper")));
  await signOutHere(popup);
  await expectSignedOut(popup);
  await expect(badge(tab)).toContainText("Grace Hopper");
  // Nothing leads from one origin to the other, so a read has to tell it, once it is not fresh.
  await tab.clock.fastForward(6000);
  await tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expectSignedOut(tab);
  // One at first, one for each change, and that of the sign-out: none for a cookie's renewal.
  expect(reads).toBeLessThan(8);
});
