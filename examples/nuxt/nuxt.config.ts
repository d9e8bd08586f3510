export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  modules: ["@sojourn/nuxt"],
  sojourn: { signInPage: "/auth/signin" },

  // The same HTML for everybody: at build, in the browser, and from a cache.
  routeRules: {
    "/rendered/at-build": { prerender: true },
    "/rendered/for-users": { prerender: true },
    "/rendered/in-browser": { ssr: false },
    "/rendered/cached": { swr: 60 },
  },

  css: ["shared/look.css"],
  app: {
    head: {
      title: "Sojourn in Nuxt",
      htmlAttrs: { lang: "en" },
      meta: [{ name: "color-scheme", content: "light dark" }],
    },
  },
  // The sources of this repository, which are TypeScript.
  build: { transpile: ["shared"] },
  // The module is linked here, and has a Nuxt of its own for its tests.
  vite: { resolve: { dedupe: ["nuxt"] } },
  telemetry: false,
});
