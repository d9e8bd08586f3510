import { pathToFileURL } from "node:url";
import { defineConfig } from "vitest/config";
import { createVirtualModules } from "./src/virtual-modules.ts";

const root = pathToFileURL(`${import.meta.dirname}/`);
const { name, resolveId, load } = createVirtualModules(
  { handler: "./test/support/auth.ts" },
  "/api/auth",
  root,
);

export default defineConfig({
  plugins: [{ name, resolveId, load }],
  test: { name: "astro", include: ["test/**/*.test.ts"] },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
