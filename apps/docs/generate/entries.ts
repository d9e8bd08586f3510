/** The entries of the packages that have a page of the reference, and where their declarations are. */
export const entries: readonly { specifier: string; declarations: string }[] = [
  { specifier: "@sojourn/core", declarations: "core/dist/index.d.ts" },
  { specifier: "@sojourn/core/embedded", declarations: "core/dist/features/embedded.d.ts" },
  { specifier: "@sojourn/core/fetch", declarations: "core/dist/features/fetch.d.ts" },
  { specifier: "@sojourn/core/idle", declarations: "core/dist/features/idle.d.ts" },
  {
    specifier: "@sojourn/core/last-provider",
    declarations: "core/dist/features/last-provider.d.ts",
  },
  { specifier: "@sojourn/core/memory", declarations: "core/dist/environment/memory.d.ts" },
  { specifier: "@sojourn/core/offline", declarations: "core/dist/features/offline.d.ts" },
  { specifier: "@sojourn/core/passkey", declarations: "core/dist/features/passkey.d.ts" },
  { specifier: "@sojourn/core/refresh", declarations: "core/dist/features/refresh.d.ts" },
  { specifier: "@sojourn/core/server", declarations: "core/dist/features/server.d.ts" },
  { specifier: "@sojourn/core/streaming", declarations: "core/dist/features/streaming.d.ts" },
  { specifier: "@sojourn/react", declarations: "react/dist/index.d.ts" },
  { specifier: "@sojourn/react/idle", declarations: "react/dist/idle.d.ts" },
  { specifier: "@sojourn/react/next", declarations: "react/dist/next.d.ts" },
  { specifier: "@sojourn/react/react-router", declarations: "react/dist/react-router.d.ts" },
  { specifier: "@sojourn/react/streaming", declarations: "react/dist/streaming.d.ts" },
  { specifier: "@sojourn/react/tanstack-router", declarations: "react/dist/tanstack-router.d.ts" },
  { specifier: "@sojourn/react/testing", declarations: "react/dist/testing.d.ts" },
  { specifier: "@sojourn/vue", declarations: "vue/dist/index.d.ts" },
  { specifier: "@sojourn/vue/nuxt", declarations: "vue/dist/nuxt.d.ts" },
  { specifier: "@sojourn/vue/streaming", declarations: "vue/dist/streaming.d.ts" },
  { specifier: "@sojourn/svelte", declarations: "svelte/dist/index.d.ts" },
  { specifier: "@sojourn/svelte/kit", declarations: "svelte/dist/kit.d.ts" },
  { specifier: "@sojourn/solid", declarations: "solid/dist/index.d.ts" },
  { specifier: "@sojourn/solid/streaming", declarations: "solid/dist/streaming.d.ts" },
  { specifier: "@sojourn/astro", declarations: "astro/dist/index.d.ts" },
  { specifier: "@sojourn/astro/client", declarations: "astro/dist/client.d.ts" },
  { specifier: "@sojourn/query", declarations: "query/dist/index.d.ts" },
  { specifier: "@sojourn/query/react-query", declarations: "query/dist/react-query.d.ts" },
  { specifier: "@sojourn/query/swr", declarations: "query/dist/swr.d.ts" },
  { specifier: "@sojourn/webauthn", declarations: "webauthn/dist/index.d.ts" },
  { specifier: "@sojourn/webauthn/react", declarations: "webauthn/dist/react.d.ts" },
  { specifier: "@sojourn/devtools", declarations: "devtools/dist/index.d.ts" },
  { specifier: "@sojourn/devtools/react", declarations: "devtools/dist/react.d.ts" },
  { specifier: "@sojourn/devtools/tanstack", declarations: "devtools/dist/tanstack.d.ts" },
  { specifier: "@sojourn/testing", declarations: "testing/dist/index.d.ts" },
  {
    specifier: "@sojourn/testing/adapter-contract",
    declarations: "testing/dist/adapter-contract.d.ts",
  },
  { specifier: "@sojourn/testing/msw", declarations: "testing/dist/msw.d.ts" },
];

/** The name of an entry's page: `core-memory`. */
export function pageOf(specifier: string): string {
  return specifier.replace("@sojourn/", "").replaceAll("/", "-");
}
