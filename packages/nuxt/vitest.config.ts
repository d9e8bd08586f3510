import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fake = (name: string): string =>
  fileURLToPath(new URL(`test/support/${name}.ts`, import.meta.url));

export default defineConfig({
  test: {
    name: "nuxt",
    environment: "jsdom",
    include: ["test/**/*.test.ts"],
    // What Nuxt and Nitro replace in their builds.
    alias: { "nuxt/app": fake("nuxt-app"), "nitropack/runtime": fake("nitro") },
  },
  plugins: [
    {
      name: "where",
      // Nuxt builds each file for the browser and for the server. A test says which of them it is.
      transform: (code) =>
        code
          .replaceAll("import.meta.client", "globalThis.isClient")
          .replaceAll("import.meta.prerender", "globalThis.isPrerendering"),
    },
  ],
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
