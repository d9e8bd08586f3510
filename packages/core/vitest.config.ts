import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "core",
    environment: "node",
    // Nothing in these tests is global, and a process for each file takes two thirds of the time.
    isolate: false,
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
  },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
