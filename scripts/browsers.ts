import { findChromium, howToGetChromium, installChromium } from "./chromium.ts";
import { findFirefox, howToGetFirefox, installFirefox } from "./firefox.ts";
import { findWebkit, howToGetWebkit, installWebkit } from "./webkit.ts";

/** The browsers of a machine, and what to do about those that it lacks. */
export interface Browsers {
  paths: Record<string, string>;
  missing: string[];
}

const browsers = [
  { name: "chromium", find: findChromium, install: installChromium, howTo: howToGetChromium },
  { name: "firefox", find: findFirefox, install: installFirefox, howTo: howToGetFirefox },
  {
    name: "webkit",
    find: () => findWebkit()?.browser,
    install: installWebkit,
    howTo: howToGetWebkit,
  },
];

/** Looks for all browsers that the tests drive, and gets those that are not there. */
export function findBrowsers(): Browsers {
  const found: Browsers = { paths: {}, missing: [] };
  for (const { name, find, install, howTo } of browsers) {
    if (!find()) install();
    const path = find();
    if (path) found.paths[name] = path;
    else found.missing.push(howTo);
  }
  return found;
}
