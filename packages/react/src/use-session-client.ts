"use client";

import type { RegisteredSession, SessionClient } from "@sojourn/core";
import * as React from "react";
import { clientOf, SessionContext } from "./session-context.ts";

/**
 * The client of the nearest `SessionProvider`: events, `getSession`, everything of `@sojourn/core`.
 *
 * @throws Error outside of a provider, and in server components
 */
export function useSessionClient(): SessionClient<RegisteredSession> {
  if (!SessionContext) throw new Error('useSession needs "use client"; here, call getSession()');
  const value = React.useContext(SessionContext);
  if (value) return clientOf(value);
  throw new Error(
    "useSession needs a <SessionProvider>: wrap your app in one, in _app.tsx or layout.tsx",
  );
}
