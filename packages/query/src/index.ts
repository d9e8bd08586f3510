import type { RegisteredSession, SessionBase, SessionClient } from "@sojourn/core";
import type { Query, QueryClient, QueryFilters, QueryFunctionContext } from "@tanstack/query-core";
import { sourceOf } from "./session-source.ts";

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

/** Options of `connectSession`. */
export interface ConnectOptions {
  /** Default `["session"]`. */
  queryKey?: readonly unknown[] | undefined;
  /** The queries that belong to a user, and go when that user does; `true` for all but the session. */
  userScoped?: QueryFilters | true | undefined;
}

/** Forgets what queries hold, on screen too. */
function forget(queries: readonly Query[]): void {
  for (const query of queries) {
    void query.cancel({ silent: true });
    query.reset();
  }
}

/**
 * Writes the session into a query cache, now and whenever it changes, and lets every query of its key
 * know how to ask. Counts as a subscriber of the client, and starts it.
 *
 * @returns ends that
 */
export function connectSession<S extends SessionBase>(
  queryClient: QueryClient,
  client: SessionClient<S>,
  { queryKey = sessionKey, userScoped }: ConnectOptions = {},
): () => void {
  const cache = queryClient.getQueryCache();
  const filters = userScoped === true ? {} : userScoped;
  const ofUser = (): Query[] => {
    const session = cache.find({ queryKey });
    return filters ? cache.findAll(filters).filter((query) => query !== session) : [];
  };
  const { queryKey: _, initialData: __, ...defaults } = sessionQueryOptions(client, queryKey);
  queryClient.setQueryDefaults(queryKey, defaults);
  const stops = [
    client.on("signedOut", () => forget(ofUser())),
    client.on("userChanged", () => {
      const queries = ofUser();
      forget(queries);
      for (const query of queries) if (query.isActive()) query.fetch().catch(() => {});
    }),
    sourceOf(client).feed((session) => queryClient.setQueryData(queryKey, session)),
  ];

  return () => {
    for (const stop of stops) stop();
  };
}
