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

/** Makes a provider's client the one that `signIn` and its like act on, until it is unmounted. */
export function registerClient(client: Store): () => void {
  const entry = { client };
  shared.outermost.add(entry);
  return () => {
    shared.outermost.delete(entry);
    shared.last = client;
  };
}

/**
 * The client of the page's outermost mounted provider; else of the one that was there last, for an
 * effect's clean-up may still call; else a default one.
 */
export function getCurrentClient(): Store {
  const [entry] = shared.outermost;
  if (entry) return entry.client;
  // A server has many users, and no client that outlives a request.
  if (isServer()) return createSessionStore(__NEXTAUTH);
  return (shared.last ??= createSessionStore(__NEXTAUTH));
}

/** The same, where it is a client of the app's own, which may do things in its own way. */
export function ownClientOf(store: Store): SessionClient<RegisteredSession> | undefined {
  return "signIn" in store ? (store as SessionClient<RegisteredSession>) : undefined;
}
