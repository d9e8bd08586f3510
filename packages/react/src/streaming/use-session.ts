"use client";

import { isServer, type RegisteredSession, type SessionStore } from "@sojourn/core";
import { isAwaitingSession, whenKnown, whenStreamed } from "@sojourn/core/streaming";
import * as React from "react";
import { useSessionSource } from "../session-context.ts";
import type { SessionSource } from "../shared.ts";
import type { SelectSessionOptions, UseSessionOptions, UseSessionResult } from "../types.ts";
import { useSession as usePlainSession } from "../use-session.ts";
import { StreamContext, type Streamed } from "./stream-context.ts";
import type { SelectSuspenseOptions, SuspenseOptions, SuspenseResult } from "./types.ts";
import { readPromise } from "./read-promise.ts";

type Store = SessionStore<RegisteredSession>;
type Options = UseSessionOptions & { suspense?: boolean };
type Result = UseSessionResult<boolean, unknown>;

// Its last parameter is not for apps, so its declarations leave it out.
const useSessionOf = usePlainSession as (options: Options, source: SessionSource) => Result;
type Rendered = SessionSource["rendered"];

const UNKNOWN =
  "useSession({ suspense: true }) has no session on this server: give SessionProvider one, or let the <Suspense> boundary render in the browser.";

/**
 * Suspends until the session is known. Returns the rendered session, with which the component
 * hydrates.
 *
 * @throws Error on a server that has no session, so that React leaves the boundary to the browser
 */
function readKnownSession({ client, rendered }: SessionSource, streamed: Streamed): Rendered {
  const known = streamed ? readPromise(whenStreamed(client, streamed)) : rendered;
  const isRendered = known !== undefined && (isServer() || isAwaitingSession(client));
  if (isRendered || client.getSnapshot().status !== "loading") return known;
  if (isServer()) throw new Error(UNKNOWN);
  readPromise(whenKnown(client));
  return known;
}

/** Makes a store whose observers show the rendered session until the store knows one. */
function showRendered(client: Store): Store {
  return {
    ...client,
    observe(rendered) {
      const observer = client.observe(rendered);
      return {
        ...observer,
        getSnapshot: (view) =>
          isAwaitingSession(client) ? observer.getServerSnapshot(view) : observer.getSnapshot(view),
      };
    },
  };
}

/**
 * Returns a part of the session, and suspends until it is known.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<T, R extends boolean = false>(
  options: SelectSuspenseOptions<R, T>,
): SuspenseResult<R, T>;
/**
 * Returns the session, and suspends until it is known. The result is never "loading", except with
 * `required`, while the browser goes to the sign-in page. Needs a `<Suspense>` boundary between the
 * provider and the component.
 *
 * @throws Error outside of a `SessionProvider`
 * @throws Error on a server whose provider has no session, so that the boundary shows its fallback
 *   there, and renders in the browser
 */
export function useSession<R extends boolean = false>(
  options: SuspenseOptions<R>,
): SuspenseResult<R>;
/** Returns a part of the session, as the `useSession` of `@sojourn/react` does. */
export function useSession<T, R extends boolean = false>(
  options: SelectSessionOptions<R, T>,
): UseSessionResult<R, T>;
/** Returns the session, as the `useSession` of `@sojourn/react` does. */
export function useSession<R extends boolean = false>(
  options?: UseSessionOptions<R>,
): UseSessionResult<R>;
export function useSession(options: Options = {}): Result {
  const { suspense, ...rest } = options;
  const source = useSessionSource();
  const streamed = React.useContext(StreamContext);
  const known = suspense ? readKnownSession(source, streamed) : undefined;
  const own = React.useMemo(
    () => (suspense ? { ...source, client: showRendered(source.client), rendered: known } : source),
    [source, suspense, known],
  );
  return useSessionOf(rest, own);
}
