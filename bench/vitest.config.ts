import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
  test: { name: "bench", include: ["test/**/*.test.ts"], testTimeout: 60_000 },
});
