import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "astro", include: ["test/**/*.test.ts"] },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
