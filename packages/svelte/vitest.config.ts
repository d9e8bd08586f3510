import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    name: "svelte",
    environment: "jsdom",
    // The first rendering on a server waits until that has started.
    testTimeout: 30_000,
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
  },
  // Svelte's own for a page: without "browser", what is imported is its part for servers.
  resolve: { conditions: ["@sojourn/source", "browser"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
