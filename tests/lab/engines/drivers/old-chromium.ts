import { findOldChromium, howToGetOldChromium } from "../old-chromium-program.ts";
import type { Engine } from "./driver.ts";
import { launchByPlaywright } from "./playwright.ts";
import { launchUnattachedChromium } from "./unattached-chromium.ts";

const args = ["--no-sandbox", "--disable-gpu"];

async function unpack(): Promise<string> {
  const program = findOldChromium();
  if (!program) throw new Error(howToGetOldChromium);
  return program.unpack();
}

/** The Chromium of March 2023, which is the oldest that has to run the packages. */
export const oldChromium: Engine = {
  name: "Chromium 111",
  dialect: "v4",
  cannot: {
    "hidden tabs": "Chromium 111 is a headless shell, which shows all its tabs at once",
    "page cache": "Chromium 111 is a headless shell, which keeps no page",
    "page cache during requests": "Chromium 111 is a headless shell, which keeps no page at all",
    "partitioned cookies": "Chromium 111 keeps no cookies apart: it knows no Partitioned",
    "storage access": "Chromium 111 has no document.requestStorageAccess",
    prerendering: "Chromium 111 is a headless shell, which shows no page unless it is driven",
  },
  missing: () => (findOldChromium() ? undefined : howToGetOldChromium),
  async launch() {
    const browser = await launchByPlaywright({
      executablePath: await unpack(),
      args,
      ignoreDefaultArgs: ["--disable-back-forward-cache", "--disable-popup-blocking"],
    });
    if (browser.version.startsWith("Chrome/111.")) return browser;
    await browser.close();
    // The package takes whatever was unpacked there before.
    throw new Error(`Expected Chromium 111, got ${browser.version}: remove /tmp/chromium.`);
  },
  launchUnattached: async (url) => launchUnattachedChromium(await unpack(), args, url),
};
