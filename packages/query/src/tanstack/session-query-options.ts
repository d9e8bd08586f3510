import type { RegisteredSession, SessionBase, SessionClient } from "@sojourn/core";
import type { QueryFunctionContext } from "@tanstack/query-core";
import { sourceOf } from "../session-source.ts";

/** The default key of the session. */
export const sessionKey: readonly string[] = ["session"];

/**
 * The result of `sessionQueryOptions`: options of a query, for every adapter of TanStack Query 5.
 */
export interface SessionQueryOptions<S> {
  queryKey: readonly unknown[];
  queryFn: (context: QueryFunctionContext) => Promise<S | null>;
  initialData: () => S | null | undefined;
  staleTime: number;
  gcTime: number;
  retry: false;
  networkMode: "always";
  refetchOnWindowFocus: false;
  refetchOnReconnect: false;
  structuralSharing: false;
}

/**
 * Returns the options of a query for the session. The client decides when to read (polls, focus,
 * reconnect, expiry, other tabs), so the query itself never refetches unless it is invalidated.
 *
 * @example
 * const { data: session } = useQuery(sessionQueryOptions(client));
 */
export function sessionQueryOptions<S extends SessionBase = RegisteredSession>(
  client: SessionClient<S>,
  queryKey: readonly unknown[] = sessionKey,
): SessionQueryOptions<S> {
  const source = sourceOf(client);
  return {
    queryKey,
    // A query without data takes what the client knows. One with data was invalidated.
    queryFn: ({ client: cache, queryKey: key }) =>
      cache.getQueryData(key) === undefined ? source.read() : source.refetch(),
    initialData: source.known,
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    networkMode: "always",
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // The client already keeps unchanged parts. Sharing would read `expires`, and so subscribe to
    // it.
    structuralSharing: false,
  };
}
