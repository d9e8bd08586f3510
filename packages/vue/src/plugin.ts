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
  /** A client of your own. All other options but `session` have no effect then. */
  client?: Client | undefined;
}

/** The plugin of one app, with its client. */
export type Sojourn = Plugin<[]> & { readonly client: Client };

const key: InjectionKey<SojournContext> = Symbol();

/**
 * Creates the plugin that shares one session among all components of an app:
 * `app.use(createSojourn())`. The session is read when the first component uses it, and not at all
 * if `session` is given. On a server, create a plugin for each request, as you create an app for
 * each. Several plugins may share a `client` of your own, if each has its `session`.
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
      // On a server all requests may share a client, and it must not get the session of one.
      if (!onServer) client.hydrate(rendered);
    },
  };
}

/** Returns what the plugin provides. @throws Error if it is not installed, or outside of `setup` */
export function useSojourn(): SojournContext {
  const context = hasInjectionContext() && inject(key, undefined);
  if (context) return context;
  throw new Error("useSession needs app.use(createSojourn()), in setup()");
}

/**
 * Returns the client of the app, with all of `@sojourn/core`: events, `getSession`, `hydrate` …
 *
 * @throws Error if the plugin is not installed, or outside of `setup` and other places with an
 *   injection context
 */
export function useSessionClient(): Client {
  return useSojourn().client;
}
