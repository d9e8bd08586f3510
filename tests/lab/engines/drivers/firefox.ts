import { findFirefox, howToGetFirefox } from "../../../../scripts/firefox.ts";
import type { Engine } from "./driver.ts";
import { launchByPuppeteer } from "./puppeteer.ts";

/** Firefox, by WebDriver BiDi. */
export const firefox: Engine = {
  name: "Firefox",
  dialect: "v4",
  cannot: {
    "page cache during requests": "Firefox keeps no page that is left while a request is under way",
    freezing: "Firefox freezes no tab but those in the page cache",
    prerendering: "Firefox has no document.prerendering",
  },
  missing: () => (findFirefox() ? undefined : howToGetFirefox),
  launch: () =>
    launchByPuppeteer({
      browser: "firefox",
      executablePath: findFirefox()!,
      // As users have it: cookies are kept apart for each site that embeds another one. Puppeteer's
      // profile has them all together.
      extraPrefsFirefox: {
        "network.cookie.cookieBehavior": 5,
        // The user agrees, if they are asked for a frame's cookies.
        "dom.storage_access.prompt.testing": true,
        "dom.storage_access.prompt.testing.allow": true,
      },
      keepsWindows: true,
      // Nobody here looks at single requests, of which each page makes a hundred.
      networkEnabled: false,
    }),
};
