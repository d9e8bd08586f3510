import { defineConfig } from "@playwright/test";
import type { UserOptions } from "shared/e2e";
import { windowlessDefaults } from "../../scripts/playwright.ts";

export default defineConfig<UserOptions>({
  ...windowlessDefaults,
  globalSetup: "./e2e/server.ts",
  use: { ...windowlessDefaults.use, baseURL: process.env["APP_URL"], authPath: "/auth" },
});
