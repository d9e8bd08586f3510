"use client";

import { isServer } from "@sojourn/core";
import * as React from "react";
import { createInjectedClient } from "./injected-client.ts";
import { shared, type SessionSource } from "./shared.ts";
import type { SessionContextValue } from "./types.ts";

type Value = SessionContextValue | undefined;

/**
 * The context from which `useSession` gets the session. Tests and stories may provide a value of
 * their own: `{ data, status, update }`. The value of `SessionProvider` stays the same object; its
 * properties change.
 */
// React has no contexts in server components, but this module may be imported there.
export const SessionContext: React.Context<SessionContextValue | undefined> =
  React.createContext && (shared.context ??= React.createContext<Value>(undefined));

/** Creates the value of `SessionContext` for a source. */
export function toContextValue(source: SessionSource): SessionContextValue {
  const { client, rendered } = source;
  const observer = client.observe(rendered);
  const takeSnapshot = () => (isServer() ? observer.getServerSnapshot() : observer.getSnapshot());
  const value = {
    update: client.update,
    get status() {
      return takeSnapshot().status;
    },
    get data() {
      return takeSnapshot().data;
    },
    // Both are of the same snapshot. While "loading", `data` is declared `null`, as in next-auth,
    // though it is `undefined`.
  } as SessionContextValue;
  shared.sources.set(value, source);
  return value;
}

/**
 * Returns the source of a value of `SessionContext`: that of a provider, or one that shows the
 * value itself.
 */
function sourceOf(value: SessionContextValue): SessionSource {
  const source = shared.sources.get(value) ?? { client: createInjectedClient(value) };
  shared.sources.set(value, source);
  return source;
}

/**
 * Returns the source of the nearest `SessionProvider`, or of the value that a test provides.
 * @throws Error outside of a provider, and in server components
 */
export function useSessionSource(): SessionSource {
  if (!SessionContext) throw new Error('useSession needs "use client"; here, call getSession()');
  const value = React.useContext(SessionContext);
  if (value) return sourceOf(value);
  throw new Error(
    "useSession needs a <SessionProvider>: wrap your app in one, in _app.tsx or layout.tsx",
  );
}
