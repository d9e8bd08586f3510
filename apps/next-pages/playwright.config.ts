import { defineConfig } from "@playwright/test";
import { playwrightDefaults } from "../../scripts/playwright.ts";

export default defineConfig({
  ...playwrightDefaults,
  globalSetup: "./e2e/servers.ts",
  use: { ...playwrightDefaults.use, baseURL: process.env.NEXT_PAGES_URL },
});
