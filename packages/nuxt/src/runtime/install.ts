import {
  createSojourn,
  type RegisteredSession,
  type Sojourn,
  type SojournOptions,
} from "@sojourn/vue";
import type { NuxtApp } from "nuxt/app";
import type { Config } from "./to-config.ts";

/** The rendered session in Nuxt's payload. It is not there if the server has read none. */
export interface RenderedSession {
  session: RegisteredSession | null;
}

declare module "nuxt/app" {
  interface NuxtPayload {
    sojourn?: RenderedSession;
  }

  interface RuntimeNuxtHooks {
    /**
     * Called before the client is created, for options that `nuxt.config` cannot have, such as
     * `schema`, `identify` and `headers`.
     */
    "sojourn:options": (options: SojournOptions) => void;
  }
}

/** Installs the plugin of `@sojourn/vue`, with the session that the payload has. */
export function install(nuxtApp: NuxtApp, options: Config["client"]): Sojourn["client"] {
  const sojourn = createSojourn({ ...options, session: nuxtApp.payload.sojourn?.session });
  nuxtApp.vueApp.use(sojourn);
  return sojourn.client;
}
