import { defineConfig } from "@playwright/test";
import { playwrightDefaults } from "../../scripts/playwright.ts";
import type { LabOptions } from "./e2e/world.ts";

const { launchOptions } = playwrightDefaults.use;

/** Rules about time, and about who is first. */
const timed = /(reach|requests|renders|round-trips)\.spec/;
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
  // The machine is left to what is timed; see `e2e:alone` in package.json.
  projects: [
    { name: "v5-timed", use: { dialect: "v5" }, testMatch: timed },
    { name: "v4-timed", use: { dialect: "v4" }, testMatch: timed, testIgnore: bilingual },
    { name: "v5", use: { dialect: "v5" }, testIgnore: timed },
    { name: "v4", use: { dialect: "v4" }, testIgnore: timed },
  ],
});
