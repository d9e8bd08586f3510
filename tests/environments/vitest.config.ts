import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "environments",
    include: ["test/*.test.ts"],
    globalSetup: "test/support/install.ts",
    // Each environment is mostly one program that runs by itself: more than two only wait for each other.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
