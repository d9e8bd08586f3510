import { defineConfig } from "@playwright/test";
import type { VisitorOptions } from "common/e2e";
import { playwrightDefaults } from "../../scripts/playwright.ts";

export default defineConfig<VisitorOptions>({
  ...playwrightDefaults,
  use: { ...playwrightDefaults.use, authPath: "/auth" },
});
