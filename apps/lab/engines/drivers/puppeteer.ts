import { type Browser, launch, type LaunchOptions, type Page } from "puppeteer-core";
import { until } from "../until.ts";
import type { EngineBrowser, Tab, TabGroup } from "./driver.ts";

/** For what a busy machine may take. */
const PATIENCE_MS = 120_000;

/** What one engine alone has. */
export type TabExtras = (page: Page) => Promise<Partial<Tab>>;

/** Starts Chromium or Firefox. */
export async function launchByPuppeteer(
  options: LaunchOptions,
  extras: TabExtras,
): Promise<EngineBrowser> {
  const browser = await launch({
    headless: true,
    protocolTimeout: PATIENCE_MS,
    timeout: PATIENCE_MS,
    ...options,
  });
  return {
    version: await browser.version(),
    openGroup: () => openGroup(browser, extras),
    close: () => browser.close(),
  };
}

async function openGroup(browser: Browser, extras: TabExtras): Promise<TabGroup> {
  const context = await browser.createBrowserContext();
  return {
    async open(url, isHidden = false) {
      const page = await context.newPage({
        type: isHidden ? "tab" : "window",
        background: isHidden,
      });
      const tab = await toTab(page, extras);
      await tab.goTo(url);
      return tab;
    },
    async popupOf(act) {
      const known = new Set(await context.pages());
      await act();
      let popup: Page | undefined;
      await until("a window is opened", async () => {
        popup = (await context.pages()).find((it) => !known.has(it));
        return !!popup;
      });
      return toTab(popup!, extras);
    },
    cookiesOf: async (tab) => {
      const url = await tab.evaluate(() => location.hostname);
      return (await context.cookies()).filter(({ domain }) => domain === url);
    },
    close: () => context.close(),
  };
}

async function toTab(page: Page, extras: TabExtras): Promise<Tab> {
  page.setDefaultTimeout(PATIENCE_MS);
  return {
    // Its types know handles, which are not used here.
    evaluate: (task, ...args) => page.evaluate(task as never, ...args) as never,
    async goTo(url) {
      await page.goto(url);
    },
    async click(selector) {
      await page.bringToFront();
      await page.click(selector);
    },
    close: () => page.close(),
    setOffline: (isOffline) => page.setOfflineMode(isOffline),
    ...(await extras(page)),
  };
}
