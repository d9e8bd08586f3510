import { defineConfig } from "@playwright/test";
import { playwrightDefaults } from "../../scripts/playwright.ts";

export default defineConfig(playwrightDefaults);
