import type { PlaywrightTestConfig } from "@playwright/test";
import { chromiumArgs, findChromium, findHeadlessShell } from "./chromium.ts";

const executablePath = findChromium();
const headlessShell = findHeadlessShell() ?? executablePath;

/** What the end-to-end tests of all apps have in common: their `playwright.config.ts` spread it. */
export const playwrightDefaults = {
  testDir: "e2e",
  // Many rules are about time and about who is first: no test may slow another one down.
  workers: 1,
  forbidOnly: !!process.env["CI"],
  timeout: 30_000,
  // In a run of everything a machine may stall for once. What then passes is listed as flaky: a bug.
  retries: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? 1 : 0,
  // `test.ts` sets the variable, and reads the report.
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? [["list"], ["json"]] : [["list"]],
  use: {
    // Recording costs a sixth of the time. By hand: `playwright test --trace on`.
    trace: "on-first-retry",
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Popups are blocked as they are for people.
      ignoreDefaultArgs: ["--disable-popup-blocking"],
      args: chromiumArgs,
    },
  },
} satisfies PlaywrightTestConfig;

/** Of apps whose rules are about pages and not about a browser's windows: what is hidden, or blocked. */
export const windowlessDefaults = {
  ...playwrightDefaults,
  use: {
    ...playwrightDefaults.use,
    launchOptions: {
      ...playwrightDefaults.use.launchOptions,
      ...(headlessShell && { executablePath: headlessShell }),
    },
  },
} satisfies PlaywrightTestConfig;
