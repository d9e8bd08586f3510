import { createSojourn, type Sojourn } from "@sojourn/vue";
import type { NuxtApp } from "nuxt/app";
import type { Config } from "./to-config.ts";
import type { RenderedSession } from "./types.ts";

/** Installs the plugin of `@sojourn/vue`, with the session that the payload has. */
export function install(nuxtApp: NuxtApp, options: Config["client"]): Sojourn["client"] {
  const rendered: RenderedSession | undefined = nuxtApp.payload.sojourn;
  const sojourn = createSojourn({ ...options, session: rendered?.session });
  nuxtApp.vueApp.use(sojourn);
  return sojourn.client;
}
