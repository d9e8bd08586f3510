import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "apps/*/vitest*.config.ts",
      "packages/*/vitest*.config.ts",
      "scripts/test/vitest*.config.ts",
      "bench/vitest.config.ts",
      "tests/{migrations,environments,lab,recordings}/vitest*.config.ts",
    ],
  },
});
