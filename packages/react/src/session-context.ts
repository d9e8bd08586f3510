"use client";

import type { RegisteredSession, SessionClient } from "@sojourn/core";
import * as React from "react";
import { createInjectedClient } from "./injected-client.ts";
import type { SessionContextValue } from "./types.ts";

type Client = SessionClient<RegisteredSession>;

/**
 * Carries the session to `useSession`. Tests and stories may provide a value of their own:
 * `{ data, status, update }`. `SessionProvider`'s value never changes; what it holds does.
 */
// React has no contexts in server components, and the module may still be imported there.
export const SessionContext: React.Context<SessionContextValue | undefined> = React.createContext?.<
  SessionContextValue | undefined
>(undefined);

const clients = new WeakMap<SessionContextValue, Client>();

/** A value of `SessionContext` that leads to a client. */
export function toContextValue(client: Client): SessionContextValue {
  const value = {
    update: client.update,
    get status() {
      return client.getSnapshot().status;
    },
    get data() {
      return client.getSnapshot().data;
    },
    // Of one snapshot at any time; `null` stands for the `undefined` of "loading", as next-auth has it.
  } as SessionContextValue;
  clients.set(value, client);
  return value;
}

/** The client behind a value of `SessionContext`: a provider's, or one that shows the value. */
export function clientOf(value: SessionContextValue): Client {
  const client = clients.get(value) ?? createInjectedClient(value);
  clients.set(value, client);
  return client;
}
