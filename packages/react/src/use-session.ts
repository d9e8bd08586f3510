"use client";

import type { RegisteredSession, SessionView, Stop } from "@sojourn/core";
import * as React from "react";
import { isSameSession } from "./contains.ts";
import type { SelectSessionOptions, UseSessionOptions, UseSessionResult } from "./types.ts";
import { useSessionSource } from "./session-context.ts";
import { observerOf, resultOf, sharedObserverOf } from "./session-look.ts";

/** As many as there are otherwise, for React compares them one by one. */
const NO_DEPENDENCIES = [undefined, undefined, undefined];
const requireNothing = (): undefined => undefined;

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
  options?: UseSessionOptions<R>,
): UseSessionResult<R>;
export function useSession<T, R extends boolean>(
  options: UseSessionOptions<R> & Pick<SessionView<RegisteredSession, T>, "select"> = {},
): UseSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const source = useSessionSource();
  const { client, added } = source;
  // All who look at the whole session share one look.
  const isWhole = !required && !select && !added;
  const observer = React.useMemo(
    () => (isWhole ? sharedObserverOf(source) : observerOf(source)),
    [source, isWhole],
  );
  // What it gives is compared with what it gave before, so it may be another one in each rendering.
  const withAdded = (session: RegisteredSession): unknown => {
    const shown = added && isSameSession(added.base, session) ? added.session : session;
    return select ? select(shown) : shown;
  };
  const view = { required, select: added ? withAdded : select };
  const snapshot = React.useSyncExternalStore(
    client.subscribe,
    isWhole ? observer.getSnapshot : () => observer.getSnapshot(view),
    isWhole ? observer.getServerSnapshot : () => observer.getServerSnapshot(view),
  );
  const result = resultOf(client, snapshot);

  const requireSession = (): Stop | undefined => {
    if (!onUnauthenticated) return observer.requireSession();
    // In an effect of this component, so that what it throws, as a framework's `redirect()` does,
    // reaches React's boundaries.
    if (observer.takeSignedOut()) onUnauthenticated();
    return undefined;
  };
  // A thousand components that require nothing keep nothing of their own for it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  React.useEffect(
    required ? requireSession : requireNothing,
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
    required ? [observer, required, onUnauthenticated && result] : NO_DEPENDENCIES,
  );

  // The observer has applied `required` and `select`, which the compiler cannot see.
  return result as UseSessionResult<R, T>;
}
