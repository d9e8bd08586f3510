import { defineConfig } from "@playwright/test";
import { playwrightDefaults } from "../../scripts/playwright.ts";
import type { LabOptions } from "./e2e/world.ts";

const { launchOptions } = playwrightDefaults.use;

/** Sees to both dialects itself. */
const bilingual = /round-trips\.spec/;

export default defineConfig<LabOptions>({
  ...playwrightDefaults,
  use: {
    // Recording dozens of tabs would take the time that the rules are about.
    trace: "off",
    launchOptions: {
      ...launchOptions,
      // Playwright turns the back/forward cache off.
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    },
  },
  projects: [
    { name: "v5", use: { dialect: "v5" } },
    { name: "v4", use: { dialect: "v4" }, testIgnore: bilingual },
  ],
});
