"use client";

import {
  toSessionClient,
  type RegisteredSession,
  type SessionClient,
  type SessionStore,
} from "@sojourn/core";
import { useSessionSource } from "./session-context.ts";

type Client = SessionClient<RegisteredSession>;

const clients = new WeakMap<SessionStore<RegisteredSession>, Client>();

/**
 * Returns the client of the nearest `SessionProvider`, with all of `@sojourn/core`: events,
 * `getSession` …
 *
 * @throws Error outside of a provider, and in server components
 */
export function useSessionClient(): Client {
  const { client: store } = useSessionSource();
  const client = clients.get(store) ?? toSessionClient(store);
  clients.set(store, client);
  return client;
}
