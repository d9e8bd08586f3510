import { defineConfig } from "@playwright/test";
import type { UserOptions } from "shared/e2e";
import { windowlessDefaults } from "../../scripts/playwright.ts";

export default defineConfig<UserOptions>({
  ...windowlessDefaults,
  use: { ...windowlessDefaults.use, authPath: "/auth" },
});
