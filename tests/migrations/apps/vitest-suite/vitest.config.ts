import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "jsdom",
    setupFiles: ["./test/setup.ts"],
    // Vitest can spy on what it transforms, and on no other ES module.
    server: { deps: { inline: ["next-auth"] } },
  },
});
