import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "react-19",
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.{ts,tsx}"] },
  },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
