import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // With `ssr`, what is compiled can hydrate.
  plugins: [solid({ ssr: true, hot: false })],
  test: {
    name: "solid",
    environment: "jsdom",
    // The first rendering on a server waits until that has started.
    testTimeout: 30_000,
    include: ["test/**/*.test.{ts,tsx}"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
  },
  // Solid's own for a page: without "browser", what is imported is its part for servers.
  resolve: { conditions: ["@sojourn/source", "browser", "development"] },
  ssr: { resolve: { conditions: ["@sojourn/source", "browser", "development"] } },
});
