import * as React from "react";
import { SessionContext, sourceOf } from "./session-context.ts";
import type { SessionSource } from "./shared.ts";

/** What the nearest `SessionProvider`, or a value that a test provides, has to show. */
export function useSessionSource(): SessionSource {
  if (!SessionContext) throw new Error('useSession needs "use client"; here, call getSession()');
  const value = React.useContext(SessionContext);
  if (value) return sourceOf(value);
  throw new Error(
    "useSession needs a <SessionProvider>: wrap your app in one, in _app.tsx or layout.tsx",
  );
}
