import { chromium } from "@playwright/test";
import { firstExecutable, installPackages, onPath, run } from "./programs.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** How tests start Chromium, whatever drives it: root may make no sandbox. */
export const chromiumArgs: string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What to do where there is no Chromium. */
export const howToGetChromium =
  "No Chromium found. Install one (apt-get install chromium, or pnpm exec playwright install chromium), or set SOJOURN_CHROMIUM to its path.";

/** The path of a Chromium on this machine: SOJOURN_CHROMIUM, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  return firstExecutable([
    process.env["SOJOURN_CHROMIUM"] ?? "",
    ...onPath(names),
    chromium.executablePath(),
  ]);
}

/**
 * The path of Chromium's headless shell: SOJOURN_HEADLESS_SHELL, or the system's. It is the same
 * engine without a browser's windows, and takes half the processor time.
 */
export function findHeadlessShell(): string | undefined {
  return firstExecutable([
    process.env["SOJOURN_HEADLESS_SHELL"] ?? "",
    ...onPath(["chromium-headless-shell"]),
  ]);
}

/** Playwright's download is blocked on some networks, where the system's package manager still works. */
export function installChromium(): void {
  console.log("No Chromium found: installing Playwright's.");
  run("playwright", ["install", "chromium"], 300_000);
  if (findChromium()) return;

  console.log("That failed: installing the system's packages.");
  installPackages(["chromium", "chromium-headless-shell"]);
}
