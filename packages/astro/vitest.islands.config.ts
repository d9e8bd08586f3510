import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { modules } from "./test/support/modules.ts";

// "browser" is for Svelte and Solid: without it, what is imported is their part for servers.
const conditions = ["@sojourn/source", "browser"];

export default defineConfig({
  plugins: [modules, svelte({ configFile: false })],
  test: {
    name: "astro-islands",
    environment: "jsdom",
    include: ["test/islands/*.test.ts"],
    server: { deps: { inline: [/solid-js/] } },
  },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
});
