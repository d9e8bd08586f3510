import type { RegisteredSession, SessionBase, SessionClient } from "@sojourn/core";
import type { QueryFunctionContext } from "@tanstack/query-core";
import { sourceOf } from "../session-source.ts";

/** The key that the session has, unless another one is asked for. */
export const sessionKey: readonly string[] = ["session"];

/** What `sessionQueryOptions` makes: options of a query, for every adapter of TanStack Query 5. */
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
 * The session as a query. The client decides when the server is asked (polls, focus, reconnect,
 * expiry, other tabs), so the query itself never does, unless it is invalidated.
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
    // A query that holds nothing takes what the client knows; one that does has been invalidated.
    queryFn: ({ client: cache, queryKey: key }) =>
      cache.getQueryData(key) === undefined ? source.read() : source.refetch(),
    initialData: source.known,
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    networkMode: "always",
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // The client keeps what has not changed, and `expires` is not to be looked at for that.
    structuralSharing: false,
  };
}
