import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "{apps,examples,packages}/*/vitest*.config.ts",
      "scripts/test/vitest*.config.ts",
      "bench/vitest.config.ts",
      "tests/{frameworks,migrations,environments,lab,recordings}/vitest*.config.ts",
    ],
  },
});
