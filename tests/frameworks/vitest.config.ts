import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "frameworks",
    include: ["smoke/*.test.ts"],
    // A machine that is busy takes its time to start a browser.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
