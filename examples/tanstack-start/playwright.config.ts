import { defineConfig } from "@playwright/test";
import { windowlessDefaults } from "../../scripts/playwright.ts";

export default defineConfig({
  ...windowlessDefaults,
  globalSetup: "./e2e/server.ts",
  use: { ...windowlessDefaults.use, baseURL: process.env["APP_URL"] },
});
