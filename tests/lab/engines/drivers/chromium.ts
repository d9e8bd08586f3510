import { chromiumArgs, findChromium, howToGetChromium } from "../../../../scripts/chromium.ts";
import type { Engine } from "./driver.ts";
import { launchByPuppeteer, type TabExtras } from "./puppeteer.ts";
import { launchUnattachedChromium } from "./unattached-chromium.ts";

/** What Puppeteer turns off, and users have. */
const ignoreDefaultArgs = [
  "--disable-back-forward-cache",
  "--disable-popup-blocking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
];

/** What the DevTools can, and WebDriver cannot. */
const extras: TabExtras = async (page) => {
  const devTools = await page.createCDPSession();
  return {
    async setFrozen(isFrozen) {
      const state = isFrozen ? "frozen" : "active";
      await devTools.send("Page.setWebLifecycleState", { state });
    },
  };
};

/** The Chromium of today. */
export const chromium: Engine = {
  name: "Chromium",
  dialect: "v5",
  cannot: {},
  missing: () => (findChromium() ? undefined : howToGetChromium),
  launch: () =>
    launchByPuppeteer({
      browser: "chrome",
      executablePath: findChromium()!,
      ignoreDefaultArgs,
      args: chromiumArgs,
      extras,
    }),
  launchUnattached: (url) => launchUnattachedChromium(findChromium()!, chromiumArgs, url),
};
