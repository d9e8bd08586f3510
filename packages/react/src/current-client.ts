import { createSessionClient, isServer, type RegisteredSession, type SessionClient } from "@sojourn/core";
import { __NEXTAUTH } from "./defaults.ts";

type Client = SessionClient<RegisteredSession>;

const outermost: Client[] = [];
let fallback: Client | undefined;

/** Makes a provider's client the one that `signIn` and its like act on, until it is unmounted. */
export function registerClient(client: Client): () => void {
  outermost.push(client);
  return () => void outermost.splice(outermost.indexOf(client), 1);
}

/** The client of the page's outermost mounted provider, or a default one. */
export function getCurrentClient(): Client {
  const [client] = outermost;
  if (client) return client;
  // A server has many visitors, and no client that outlives a request.
  if (isServer()) return createSessionClient(__NEXTAUTH);
  return (fallback ??= createSessionClient(__NEXTAUTH));
}
