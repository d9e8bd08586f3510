"use client";

import type { RegisteredSession } from "@sojourn/core";
import { useSessionClient } from "@sojourn/react";
import { useQuery } from "@tanstack/react-query";
import * as React from "react";
import { sessionQueryOptions } from "../tanstack/session-query-options.ts";
import type { UseSessionOptions } from "./types.ts";
import { useConnectedSession } from "./use-connected-session.ts";

function leaveFor(url: string): void {
  location.assign(url);
}

/**
 * Returns the session, and whether it is still unknown, as the hook of `@next-auth/react-query`
 * does.
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
