import { createServerEnvironment } from "./environment/server.ts";
import { createSessionClient as createClient } from "./client/session-client.ts";
import { createSessionStore as createStore } from "./client/session-store.ts";
import type { SessionClient, SessionStore } from "./types/client.ts";
import type { SessionClientOptions, SessionStoreOptions } from "./types/options.ts";
import type { RegisteredSession, SessionBase } from "./types/session.ts";

// All of the index, but the two functions below replace those of the same name.
// oxlint-disable-next-line sojourn/named-exports
export * from "./index.ts";

/**
 * `createSessionClient` for workers and edge runtimes, which never have a page. Their bundlers
 * often use the `browser` field of package.json, too, and would include the browser's environment.
 */
export function createSessionClient<S extends SessionBase = RegisteredSession>(
  options: SessionClientOptions<S> = {},
): SessionClient<S> {
  return createClient({
    ...options,
    environment: options.environment ?? createServerEnvironment(),
  });
}

/** `createSessionStore` for workers and edge runtimes. */
export function createSessionStore<S extends SessionBase = RegisteredSession>(
  options: SessionStoreOptions<S> = {},
): SessionStore<S> {
  return createStore({
    ...options,
    environment: options.environment ?? createServerEnvironment(),
  });
}
