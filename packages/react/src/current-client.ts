import {
  createSessionStore,
  isServer,
  type RegisteredSession,
  type SessionClient,
  type SessionStore,
} from "@sojourn/core";
import { __NEXTAUTH } from "./defaults.ts";
import { shared } from "./shared.ts";

type Store = SessionStore<RegisteredSession>;

/**
 * Registers a mounted provider's client for the functions without one, such as `signIn`. Returns a
 * function that removes it, for when the provider is unmounted.
 */
export function registerClient(client: Store): () => void {
  const entry = { client };
  shared.outermost.add(entry);
  return () => {
    shared.outermost.delete(entry);
    shared.last = client;
  };
}

/**
 * Returns the client of the first outermost provider that is mounted. Without one it is the last
 * client that was registered, because the clean-up of an effect may still call; else a default one.
 */
export function getCurrentClient(): Store {
  const [entry] = shared.outermost;
  if (entry) return entry.client;
  // On a server each request may be of another user, so no client is kept.
  if (isServer()) return createSessionStore(__NEXTAUTH);
  return (shared.last ??= createSessionStore(__NEXTAUTH));
}

/** Returns the store as a client if the app has provided it. Its functions may be the app's own. */
export function ownClientOf(store: Store): SessionClient<RegisteredSession> | undefined {
  return "signIn" in store ? (store as SessionClient<RegisteredSession>) : undefined;
}
