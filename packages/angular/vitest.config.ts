import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "angular",
    environment: "jsdom",
    // Angular's packages are compiled when they are loaded, by what this loads first.
    setupFiles: ["test/support/compiler.ts"],
    // The first rendering on a server waits until that has started.
    testTimeout: 30_000,
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
  },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
