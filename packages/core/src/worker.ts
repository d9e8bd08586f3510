import { createServerEnvironment } from "./environment/server.ts";
import { createSessionClient as createClient } from "./client/session-client.ts";
import { createSessionStore as createStore } from "./client/session-store.ts";
import type { SessionClient, SessionStore } from "./types/client.ts";
import type { SessionClientOptions, SessionStoreOptions } from "./types/options.ts";
import type { RegisteredSession, SessionBase } from "./types/session.ts";

// The index, but for what makes a store.
// oxlint-disable-next-line sojourn/named-exports
export * from "./index.ts";

/**
 * `createSessionClient` for workers and edge runtimes, where there never is a page. Their bundlers
 * often heed the `browser` field of package.json, too, and would make a browser's client.
 */
export function createSessionClient<S extends SessionBase = RegisteredSession>(
  options: SessionClientOptions<S> = {},
): SessionClient<S> {
  return createClient({
    ...options,
    environment: options.environment ?? createServerEnvironment(),
  });
}

/** `createSessionStore` for these places. */
export function createSessionStore<S extends SessionBase = RegisteredSession>(
  options: SessionStoreOptions<S> = {},
): SessionStore<S> {
  return createStore({
    ...options,
    environment: options.environment ?? createServerEnvironment(),
  });
}
