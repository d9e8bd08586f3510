import { defineConfig } from "@playwright/test";
import type { VisitorOptions } from "common/e2e";
import { playwrightDefaults } from "../../scripts/playwright.ts";

export default defineConfig<VisitorOptions>({
  ...playwrightDefaults,
  globalSetup: "./e2e/server.ts",
  use: { ...playwrightDefaults.use, baseURL: process.env["APP_URL"], authPath: "/auth" },
});
