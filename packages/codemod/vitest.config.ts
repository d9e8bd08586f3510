import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "codemod",
    include: ["test/**/*.test.ts"],
  },
});
