import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "lit-app",
    environment: "jsdom",
    include: ["test/*.test.{ts,tsx}"],
  },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
