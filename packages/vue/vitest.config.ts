import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "vue",
    environment: "jsdom",
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
  },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
