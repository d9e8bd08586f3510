import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "engines",
    include: ["engines/test/*.test.ts"],
    globalSetup: "engines/print-table.ts",
    // All engines at once: they wait most of the time.
    maxWorkers: 4,
    // Most rules wait most of the time.
    maxConcurrency: 3,
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
