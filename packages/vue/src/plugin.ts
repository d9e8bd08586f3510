import {
  createSessionClient,
  type RegisteredSession,
  type SessionClient,
  type SessionClientOptions,
} from "@sojourn/core";
import { hasInjectionContext, inject, type InjectionKey, type Plugin } from "vue";

type Client = SessionClient<RegisteredSession>;

/** Options of `createSojourn`. */
export interface SojournOptions extends SessionClientOptions<RegisteredSession> {
  /** A client of your own; all other options are then its business. */
  client?: Client | undefined;
}

/** The plugin of one app, and its client. */
export type Sojourn = Plugin<[]> & { readonly client: Client };

const clientKey: InjectionKey<Client> = Symbol("sojourn");

/**
 * Makes the plugin that shares one session among all components of an app: `app.use(createSojourn())`.
 * The session is not fetched before one of them reads it, and not at all if `session` is given. On a
 * server, make one for each request, as you make an app for each.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 */
export function createSojourn(options: SojournOptions = {}): Sojourn {
  const { client = createSessionClient(options) } = options;
  return {
    client,
    install(app) {
      app.provide(clientKey, client);
    },
  };
}

/**
 * The client of the app: events, `getSession`, `hydrate`, everything of `@sojourn/core`.
 *
 * @throws Error where the plugin has not been installed, or outside of `setup` and its like
 */
export function useSessionClient(): Client {
  const client = hasInjectionContext() ? inject(clientKey, undefined) : undefined;
  if (client) return client;
  throw new Error("useSession needs app.use(createSojourn()), and to be called in setup()");
}
