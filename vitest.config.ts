import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "packages/*/vitest*.config.ts",
      "scripts/test/vitest*.config.ts",
      "apps/{bench,migrations,environments,lab,recordings}/vitest*.config.ts",
    ],
  },
});
