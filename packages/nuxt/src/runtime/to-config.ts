import type { SojournOptions } from "@sojourn/vue";
import type { ModuleOptions } from "../options.ts";

/** The options of the module, as they are at runtime. */
export interface Config {
  /** `app.baseURL` of Nuxt. */
  readonly base: string;
  readonly signInPage: string | undefined;
  readonly sessionCookie: string | undefined;
  readonly readOnServer: boolean;
  readonly refreshOnChange: boolean;
  /** The options of the client. */
  readonly client: SojournOptions & { basePath: string };
}

/** A path below the app's `baseURL`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/+$/, "") + path;
}

/** Reads the options of the module from what Nuxt has as its runtime configuration. */
export function toConfig(given: unknown, base: string): Config {
  const options = (given ?? {}) as ModuleOptions;
  const { signInPage, sessionCookie, readOnServer, refreshOnChange, ...client } = options;
  return {
    base,
    signInPage: signInPage || undefined,
    sessionCookie: sessionCookie || undefined,
    readOnServer: readOnServer !== false && !client.baseUrl,
    refreshOnChange: refreshOnChange !== false,
    client: {
      ...client,
      basePath: client.basePath || withBase(base, "/api/auth"),
      baseUrl: client.baseUrl || undefined,
    },
  };
}
