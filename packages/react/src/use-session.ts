"use client";

import type { RegisteredSession, SessionView } from "@sojourn/core";
import * as React from "react";
import { containsSession } from "./contains.ts";
import type { SelectSessionOptions, UseSessionOptions, UseSessionResult } from "./types.ts";
import { useSessionSource } from "./use-session-client.ts";

/**
 * A part of the session, or something made of it: renders only when that changes.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<T, R extends boolean = false>(
  options: SelectSessionOptions<R, T>,
): UseSessionResult<R, T>;
/**
 * The session, and whether there is one. Renders only when something changes that the component has
 * looked at; with `select`, only when the selected value does.
 *
 * @throws Error outside of a `SessionProvider`
 * @see https://next-auth.js.org/getting-started/client#usesession
 */
// The last one: it is what tools see, e.g. `ReturnType<typeof useSession>`.
export function useSession<R extends boolean = false>(
  options?: UseSessionOptions<R> & { select?: undefined },
): UseSessionResult<R>;
export function useSession<T, R extends boolean>(
  options: UseSessionOptions<R> & Pick<SessionView<RegisteredSession, T>, "select"> = {},
): UseSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const { client, rendered, added } = useSessionSource();
  // What it gives is compared with what it gave before, so it may be another one in each rendering.
  const withAdded = (session: RegisteredSession): unknown => {
    const shown = added && containsSession(added, session) ? added : session;
    return select ? select(shown) : shown;
  };
  const view = { required, select: added ? withAdded : select };
  const observer = React.useMemo(() => client.observe(rendered), [client, rendered]);
  const snapshot = React.useSyncExternalStore(
    client.subscribe,
    () => observer.getSnapshot(view),
    () => observer.getServerSnapshot(view),
  );

  const handler = React.useRef(onUnauthenticated);
  React.useEffect(() => {
    handler.current = onUnauthenticated;
  });
  // In an effect of this component, so that what it throws, as a framework's `redirect()` does,
  // reaches React's boundaries.
  const [calls, call] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => {
    if (calls) handler.current?.();
  }, [calls]);
  const isHandled = !!onUnauthenticated;
  React.useEffect(() => {
    if (!required) return undefined;
    return observer.requireSession(isHandled ? call : undefined);
  }, [observer, required, isHandled]);

  return React.useMemo(() => {
    const { data, status, error } = snapshot;
    // The observer has applied `required` and `select`, which the compiler cannot see.
    return { data, status, error, update: client.update } as UseSessionResult<R, T>;
  }, [client, snapshot]);
}
