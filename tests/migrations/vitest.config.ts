import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "migrations",
    include: ["test/*.test.ts"],
    globalSetup: "test/support/install.ts",
    // Each check is mostly two programs that run by themselves, on two cores.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
