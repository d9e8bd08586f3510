export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  modules: ["@sojourn/nuxt"],
  sojourn: { signInPage: "/auth/signin" },

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
  telemetry: false,
});
