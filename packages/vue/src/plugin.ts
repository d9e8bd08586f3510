import {
  createSessionClient,
  isServer,
  type RegisteredSession,
  type SessionClient,
  type SessionClientOptions,
} from "@sojourn/core";
import { hasInjectionContext, inject, type InjectionKey, type Plugin } from "vue";
import type { SojournContext } from "./types.ts";

type Client = SessionClient<RegisteredSession>;

/** Options of `createSojourn`. */
export interface SojournOptions extends SessionClientOptions<RegisteredSession> {
  /** A client of your own; all options but `session` are then its business. */
  client?: Client | undefined;
}

/** The plugin of one app, and its client. */
export type Sojourn = Plugin<[]> & { readonly client: Client };

const key: InjectionKey<SojournContext> = Symbol();

/**
 * Makes the plugin that shares one session among all components of an app: `app.use(createSojourn())`.
 * The session is not fetched before one of them reads it, and not at all if `session` is given. On a
 * server, make one for each request, as you make an app for each; a `client` of your own may be the
 * same for all, if each has its `session` beside it.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 */
export function createSojourn(options: SojournOptions = {}): Sojourn {
  const { client = createSessionClient(options), session: rendered } = options;
  return {
    client,
    install(app) {
      const onServer = isServer();
      app.provide(key, { client, rendered, onServer });
      // On a server a client may be that of all requests, and must not learn the user of one.
      if (!onServer) client.hydrate(rendered);
    },
  };
}

/** What the plugin has brought. @throws Error where it has not been installed, or outside of `setup` */
export function useSojourn(): SojournContext {
  const context = hasInjectionContext() && inject(key, undefined);
  if (context) return context;
  throw new Error("useSession needs app.use(createSojourn()), in setup()");
}

/**
 * The client of the app: events, `getSession`, `hydrate`, everything of `@sojourn/core`.
 *
 * @throws Error where the plugin has not been installed, or outside of `setup` and its like
 */
export function useSessionClient(): Client {
  return useSojourn().client;
}
