import node from "@astrojs/node";
import react from "@astrojs/react";
import svelte from "@astrojs/svelte";
import vue from "@astrojs/vue";
import sojourn from "@sojourn/astro";
import { defineConfig } from "astro/config";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  integrations: [
    react(),
    vue({ appEntrypoint: "@sojourn/astro/vue" }),
    svelte(),
    sojourn({ handler: "./src/auth.ts" }),
  ],
  server: { host: "127.0.0.1" },
  // A page with a user is rendered for each visit, and not for a pointer above a link.
  prefetch: false,
  devToolbar: { enabled: false },
});
