import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "engines",
    include: ["engines/test/*.test.ts"],
    globalSetup: "engines/print-table.ts",
    // An engine is several processes by itself.
    maxWorkers: 2,
    // Most rules wait most of the time.
    maxConcurrency: 3,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
