import { findChromium, installChromium } from "./chromium.ts";
import { findFirefox, installFirefox } from "./firefox.ts";
import { findWebkit, installWebkit } from "./webkit.ts";

const browsers = [
  { name: "chromium", find: findChromium, install: installChromium },
  { name: "firefox", find: findFirefox, install: installFirefox },
  { name: "webkit", find: () => findWebkit()?.browser, install: installWebkit },
];

/** Returns the paths of the browsers that the tests drive. Installs those that are not there. */
export function getBrowsers(): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const { name, find, install } of browsers) {
    if (!find()) install();
    const path = find();
    if (path) paths[name] = path;
  }
  return paths;
}
