import { type BrowserContext, launch, type LaunchOptions, type Page } from "puppeteer-core";
import { until } from "../until.ts";
import type { EngineBrowser, Tab, TabGroup } from "./driver.ts";

/** For what a busy machine may take. */
const PATIENCE_MS = 120_000;

/** For a page that has nothing in it. */
const EMPTYING_MS = 5000;

/** What one engine alone has. */
export type TabExtras = (page: Page) => Promise<Partial<Tab>>;

/** How a browser is started, and what is particular about it. */
export interface PuppeteerOptions extends LaunchOptions {
  extras?: TabExtras;
  /** Whether windows are used again: to open one takes Firefox a second of the processor. */
  keepsWindows?: boolean;
}

/** Starts Chromium or Firefox. */
export async function launchByPuppeteer(options: PuppeteerOptions): Promise<EngineBrowser> {
  const { extras = async () => ({}), keepsWindows = false, ...rest } = options;
  const browser = await launch({
    headless: true,
    protocolTimeout: PATIENCE_MS,
    timeout: PATIENCE_MS,
    ...rest,
  });
  const spare: Page[] = [];
  const common = browser.defaultBrowserContext();
  return {
    version: await browser.version(),
    openGroup: async () =>
      keepsWindows
        ? createGroup(common, extras, spare)
        : createGroup(await browser.createBrowserContext(), extras),
    close: () => browser.close(),
  };
}

/** @param spare windows that nobody uses; without it the group has a context of its own */
function createGroup(context: BrowserContext, extras: TabExtras, spare?: Page[]): TabGroup {
  const windows: Page[] = [];
  const others: Page[] = [];

  async function openPage(isHidden: boolean): Promise<Page> {
    if (isHidden) return context.newPage({ type: "tab", background: true });
    return spare?.pop() ?? context.newPage({ type: "window" });
  }

  return {
    async open(url, isHidden = false) {
      const page = await openPage(isHidden);
      (isHidden ? others : windows).push(page);
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
      others.push(popup!);
      return toTab(popup!, extras);
    },
    ...(!spare && {
      allowStorageAccess: () =>
        context.setPermission("*", {
          permission: { name: "storage-access" },
          state: "granted",
        }),
    }),
    cookiesOf: async (tab) => {
      const url = await tab.evaluate(() => location.hostname);
      return (await context.cookies()).filter(({ domain }) => domain === url);
    },
    async close() {
      if (!spare) return context.close();
      for (const page of others) if (!page.isClosed()) await page.close();
      for (const page of windows.filter((it) => !it.isClosed())) {
        await page.setOfflineMode(false);
        // Puppeteer waits in vain where a page has come back from the cache.
        await page.goto("about:blank", { timeout: EMPTYING_MS }).then(
          () => spare.push(page),
          () => page.close(),
        );
      }
    },
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
    async close() {
      await page.close();
      // Firefox says so later, and until then its group would take the window for one to be used again.
      await until("the window is closed", () => page.isClosed());
    },
    watchComplaints() {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      return () => complaints;
    },
    setOffline: (isOffline) => page.setOfflineMode(isOffline),
    ...(await extras(page)),
  };
}
