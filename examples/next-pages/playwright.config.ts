import { defineConfig } from "@playwright/test";
import { playwrightDefaults } from "../../scripts/playwright.ts";

export default defineConfig({
  ...playwrightDefaults,
  globalSetup: "./e2e/server.ts",
  use: { ...playwrightDefaults.use, baseURL: process.env.APP_URL },
});
