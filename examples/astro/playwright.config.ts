import { defineConfig } from "@playwright/test";
import { windowlessDefaults } from "../../scripts/playwright.ts";

export default defineConfig(windowlessDefaults);
