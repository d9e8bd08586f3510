"use client";

import type { RegisteredSession } from "@sojourn/core";
import { useSessionClient } from "@sojourn/react";
import { hashKey, useQuery, useQueryClient, type UseQueryOptions } from "@tanstack/react-query";
import * as React from "react";
import { share } from "./connections.ts";
import {
  connectSession,
  sessionKey,
  sessionQueryOptions,
  type ConnectOptions,
  type SessionQueryOptions,
} from "./index.ts";

export {
  connectSession,
  sessionKey,
  sessionQueryOptions,
  type ConnectOptions,
  type SessionQueryOptions,
} from "./index.ts";

/** Options of the query that are left to the caller. */
export interface SessionQueryConfig extends Omit<
  UseQueryOptions<RegisteredSession | null>,
  keyof SessionQueryOptions<RegisteredSession> | "refetchInterval"
> {
  queryKey?: readonly unknown[];
  /** Milliseconds between two polls. */
  refetchInterval?: number;
  refetchOnWindowFocus?: boolean;
}

/** Options of `useSession`, as `@next-auth/react-query` had them. */
export interface UseSessionOptions {
  /** Leave for `redirectTo` where it is certain that nobody is signed in. */
  required?: boolean | undefined;
  /** Default `/api/auth/signin?error=SessionExpired`. */
  redirectTo?: string | undefined;
  /** How to go there, e.g. a router's `push`. By default the page is left. */
  navigate?: ((url: string) => void) | undefined;
  /**
   * Options of the query. `refetchInterval` and `refetchOnWindowFocus` become the client's, which asks
   * once for all components and tabs.
   */
  queryConfig?: SessionQueryConfig | undefined;
}

function leaveFor(url: string): void {
  location.assign(url);
}

/** Keeps the session in the query cache while a component is there; see `connectSession`. */
export function useConnectedSession({
  queryKey = sessionKey,
  userScoped,
}: ConnectOptions = {}): void {
  const queryClient = useQueryClient();
  const client = useSessionClient();
  const name = hashKey([queryKey, userScoped]);
  React.useEffect(
    () =>
      share(queryClient, client, name, () =>
        connectSession(queryClient, client, { queryKey, userScoped }),
      ),
    // The name stands for the key and the filters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [queryClient, client, name],
  );
}

/**
 * The session, and whether it is still being asked for: the hook of `@next-auth/react-query`.
 *
 * @throws Error outside of a `SessionProvider`, or of a `QueryClientProvider`
 * @see https://github.com/nextauthjs/react-query
 */
export function useSession(
  options: UseSessionOptions = {},
): [session: RegisteredSession | null | undefined, isLoading: boolean] {
  const { required, navigate = leaveFor, queryConfig = {} } = options;
  const { redirectTo = "/api/auth/signin?error=SessionExpired" } = options;
  const { refetchInterval: intervalMs, refetchOnWindowFocus, queryKey, ...config } = queryConfig;
  const client = useSessionClient();
  const query = useQuery({ ...config, ...sessionQueryOptions(client, queryKey) });
  useConnectedSession({ queryKey });

  React.useEffect(() => {
    if (intervalMs === undefined && refetchOnWindowFocus === undefined) return;
    client.setOptions({ refetchInterval: intervalMs && intervalMs / 1000, refetchOnWindowFocus });
  }, [client, intervalMs, refetchOnWindowFocus]);

  const observer = React.useMemo(() => client.observe(), [client]);
  const leave = React.useRef(() => {});
  React.useEffect(() => {
    leave.current = () => navigate(redirectTo);
  });
  React.useEffect(
    () => (required ? observer.requireSession(() => leave.current()) : undefined),
    [observer, required],
  );

  return [query.data, query.status === "pending"];
}
