"use client";

import { isServer } from "@sojourn/core";
import * as React from "react";
import { createInjectedClient } from "./injected-client.ts";
import { shared, type SessionSource } from "./shared.ts";
import type { SessionContextValue } from "./types.ts";

type Value = SessionContextValue | undefined;

/**
 * Carries the session to `useSession`. Tests and stories may provide a value of their own:
 * `{ data, status, update }`. `SessionProvider`'s value never changes; what it holds does.
 */
// React has no contexts in server components, and the module may still be imported there.
export const SessionContext: React.Context<SessionContextValue | undefined> =
  React.createContext && (shared.context ??= React.createContext<Value>(undefined));

/** A value of `SessionContext` that leads to a client. */
export function toContextValue(source: SessionSource): SessionContextValue {
  const { client, rendered } = source;
  const observer = client.observe(rendered);
  const look = () => (isServer() ? observer.getServerSnapshot() : observer.getSnapshot());
  const value = {
    update: client.update,
    get status() {
      return look().status;
    },
    get data() {
      return look().data;
    },
    // Of one snapshot at any time; `null` stands for the `undefined` of "loading", as next-auth has it.
  } as SessionContextValue;
  shared.sources.set(value, source);
  return value;
}

/** What is behind a value of `SessionContext`: a provider's client, or one that shows the value. */
function sourceOf(value: SessionContextValue): SessionSource {
  const source = shared.sources.get(value) ?? { client: createInjectedClient(value) };
  shared.sources.set(value, source);
  return source;
}

/** What the nearest `SessionProvider`, or a value that a test provides, has to show. */
export function useSessionSource(): SessionSource {
  if (!SessionContext) throw new Error('useSession needs "use client"; here, call getSession()');
  const value = React.useContext(SessionContext);
  if (value) return sourceOf(value);
  throw new Error(
    "useSession needs a <SessionProvider>: wrap your app in one, in _app.tsx or layout.tsx",
  );
}
