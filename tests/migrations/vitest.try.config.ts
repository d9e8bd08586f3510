import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "migrate-try", include: ["test/try/*.test.ts"] },
});
