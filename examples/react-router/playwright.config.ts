import { defineConfig, devices } from "@playwright/test";
import { windowlessDefaults } from "../../scripts/playwright.ts";

export default defineConfig({
  ...windowlessDefaults,
  use: {
    ...windowlessDefaults.use,
    // React Router streams nothing to bots, and takes a headless browser for one.
    userAgent: devices["Desktop Chrome"].userAgent,
  },
});
