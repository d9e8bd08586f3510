"use client";

import type { RegisteredSession, SessionView, Stop } from "@sojourn/core";
import * as React from "react";
import { isSameSession } from "./compare-sessions.ts";
import type { SelectSessionOptions, UseSessionOptions, UseSessionResult } from "./types.ts";
import { useSessionSource } from "./session-context.ts";
import type { SessionSource } from "./shared.ts";
import { observerOf, resultOf, sharedObserverOf } from "./session-observers.ts";

/** React compares dependencies one by one, so there are as many as with `required`. */
const NO_DEPENDENCIES = [undefined, undefined, undefined];
const requireNoSession = (): undefined => undefined;

/**
 * Returns a part of the session, or a value computed from it. Renders only when that changes.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<T, R extends boolean = false>(
  options: SelectSessionOptions<R, T>,
): UseSessionResult<R, T>;
/**
 * Returns the session. Renders only when something changes that the component has read; with
 * `select`, only when the selected value changes.
 *
 * @throws Error outside of a `SessionProvider`
 * @see https://next-auth.js.org/getting-started/client#usesession
 */
// This signature is the last one, because tools such as `ReturnType<typeof useSession>` use the
// last.
export function useSession<R extends boolean = false>(
  options?: UseSessionOptions<R>,
): UseSessionResult<R>;
export function useSession<T, R extends boolean>(
  options: UseSessionOptions<R> & Pick<SessionView<RegisteredSession, T>, "select"> = {},
  source: SessionSource = useSessionSource(),
): UseSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const { client, added } = source;
  // All consumers of the whole session share one observer.
  const isWhole = !required && !select && !added;
  const observer = React.useMemo(
    () => (isWhole ? sharedObserverOf(source) : observerOf(source)),
    [source, isWhole],
  );
  // The observer compares its results, so it may be a new function in each rendering.
  const selectWithAdded = (session: RegisteredSession): unknown => {
    const shown = added && isSameSession(added.base, session) ? added.session : session;
    return select ? select(shown) : shown;
  };
  const view = { required, select: added ? selectWithAdded : select };
  const snapshot = React.useSyncExternalStore(
    client.subscribe,
    isWhole ? observer.getSnapshot : () => observer.getSnapshot(view),
    isWhole ? observer.getServerSnapshot : () => observer.getServerSnapshot(view),
  );
  const result = resultOf(client, snapshot);

  const requireSession = (): Stop | undefined => {
    if (!onUnauthenticated) return observer.requireSession();
    // It is called in an effect of this component, so that its errors reach React's boundaries. A
    // framework's `redirect()` throws one.
    if (observer.takeSignedOut()) onUnauthenticated();
    return undefined;
  };
  // A component without `required` gets constants, so that thousands of them need no memory for
  // this effect.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  React.useEffect(
    required ? requireSession : requireNoSession,
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
    required ? [observer, required, onUnauthenticated && result] : NO_DEPENDENCIES,
  );

  // The observer has applied `required` and `select`, which the compiler cannot see.
  return result as UseSessionResult<R, T>;
}
