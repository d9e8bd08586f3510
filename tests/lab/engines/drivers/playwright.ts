import { type BrowserContext, chromium, type LaunchOptions, type Page } from "@playwright/test";
import { until } from "../until.ts";
import type { EngineBrowser, Tab, TabGroup } from "./driver.ts";

/** Starts a Chromium that is too old for Puppeteer. */
export async function launchByPlaywright(options: LaunchOptions): Promise<EngineBrowser> {
  const browser = await chromium.launch(options);
  return {
    version: `Chrome/${browser.version()}`,
    openGroup: async () => toGroup(await browser.newContext()),
    close: () => browser.close(),
  };
}

function toGroup(context: BrowserContext): TabGroup {
  return {
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return toTab(context, page);
    },
    async popupOf(act) {
      const known = new Set(context.pages());
      await act();
      let popup: Page | undefined;
      await until("a window is opened", () => {
        popup = context.pages().find((it) => !known.has(it));
        return !!popup;
      });
      return toTab(context, popup!);
    },
    cookiesOf: async (tab) => context.cookies(await tab.evaluate(() => location.href)),
    close: () => context.close(),
  };
}

async function toTab(context: BrowserContext, page: Page): Promise<Tab> {
  const devTools = await context.newCDPSession(page);
  return {
    evaluate: async (task, ...args) => {
      const source = `(${task})(...${JSON.stringify(args)})`;
      return (await page.evaluate(source)) as never;
    },
    async goTo(url) {
      await page.goto(url);
    },
    // Playwright's own click asks for what an old browser may lack.
    async click(selector) {
      const place = `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`;
      const box = (await page.evaluate(place)) as DOMRect;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    close: () => page.close(),
    // Playwright's own is a context's.
    async setOffline(offline) {
      const none = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      await devTools.send("Network.enable");
      await devTools.send("Network.emulateNetworkConditions", { offline, ...none });
    },
    async setFrozen(isFrozen) {
      const state = isFrozen ? "frozen" : "active";
      await devTools.send("Page.setWebLifecycleState", { state });
    },
  };
}
