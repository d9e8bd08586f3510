import { defineConfig, devices } from "@playwright/test";
import { windowlessDefaults } from "../../scripts/playwright.ts";

const { launchOptions } = windowlessDefaults.use;

// Start takes a headless browser for a crawler, and streams nothing to it.
const userAgent = `--user-agent=${devices["Desktop Chrome"].userAgent}`;

export default defineConfig({
  ...windowlessDefaults,
  globalSetup: "./e2e/server.ts",
  use: {
    ...windowlessDefaults.use,
    baseURL: process.env["APP_URL"],
    launchOptions: { ...launchOptions, args: [...launchOptions.args, userAgent] },
  },
});
