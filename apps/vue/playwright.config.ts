import { defineConfig } from "@playwright/test";
import type { VisitorOptions } from "common/e2e";
import { windowlessDefaults } from "../../scripts/playwright.ts";

export default defineConfig<VisitorOptions>({
  ...windowlessDefaults,
  use: { ...windowlessDefaults.use, authPath: "/auth" },
});
