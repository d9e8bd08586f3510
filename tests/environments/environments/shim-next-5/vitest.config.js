import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "jsdom",
    globals: true,
    // What Node loads by itself, a mock does not reach; so the library has to be loaded by Vitest, and
    // the shim for a mock of what that hands on.
    server: { deps: { inline: ["wallet-kit", "next-auth", "@sojourn/next-auth-5"] } },
  },
});
