import type { RegisteredSession, SojournOptions } from "@sojourn/vue";

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
