import { globSync } from "node:fs";
import { firstExecutable, installPackages, onPath } from "./programs.ts";

/** What WebKitGTK takes to be driven. */
export interface WebkitPrograms {
  /** WebKitWebDriver. */
  driver: string;
  /** MiniBrowser, WebKit's own small browser. */
  browser: string;
  /** Xvfb: a screen that nobody sees. */
  screen: string;
}

/** What to do where there is no WebKit. */
export const howToGetWebkit =
  "No WebKit found. Install Debian's (apt-get install webkit2gtk-driver xvfb), or set SOJOURN_WEBKIT_DRIVER and SOJOURN_MINI_BROWSER to the paths of WebKitWebDriver and MiniBrowser. There is none for macOS and Windows.";

/** The paths of all that WebKit takes, if all of it is there. */
export function findWebkit(): WebkitPrograms | undefined {
  const { SOJOURN_WEBKIT_DRIVER = "", SOJOURN_MINI_BROWSER = "" } = process.env;
  const driver = firstExecutable([SOJOURN_WEBKIT_DRIVER, ...onPath(["WebKitWebDriver"])]);
  const browser = firstExecutable([
    SOJOURN_MINI_BROWSER,
    // The newest of the library's versions comes last.
    ...globSync("/usr/{lib,lib/*,libexec}/webkit{2gtk,gtk}-*/MiniBrowser").toSorted().toReversed(),
  ]);
  const screen = firstExecutable(onPath(["Xvfb"]));
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** Installs Debian's. */
export function installWebkit(): void {
  console.log("No WebKit found: installing the system's packages.");
  installPackages(["webkit2gtk-driver", "xvfb"]);
}
