import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "preact-app",
    environment: "jsdom",
    include: ["test/*.test.{ts,tsx}"],
  },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
