import { defineConfig } from "vitest/config";
import { modules } from "./test/support/modules.ts";

export default defineConfig({
  plugins: [modules],
  test: { name: "astro", include: ["test/*.test.ts"] },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
