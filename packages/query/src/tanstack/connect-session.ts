import type { SessionBase, SessionClient } from "@sojourn/core";
import type { Query, QueryClient, QueryFilters } from "@tanstack/query-core";
import { sourceOf } from "../session-source.ts";
import { sessionKey, sessionQueryOptions } from "./session-query-options.ts";

/** Options of `connectSession`. */
export interface ConnectOptions {
  /** The key of the session. Default `["session"]`. */
  queryKey?: readonly unknown[] | undefined;
  /**
   * The queries that belong to a user, and are reset when the user changes. `true` means all but
   * the session.
   */
  userScoped?: QueryFilters | true | undefined;
}

/** Resets queries, so that components do not show their data any more. */
function resetQueries(queries: readonly Query[]): void {
  for (const query of queries) {
    void query.cancel({ silent: true });
    query.reset();
  }
}

/**
 * Writes the session into a query cache, now and whenever it changes. Sets the query function as
 * the default of its key. It counts as a subscriber of the client, and so starts it.
 *
 * @returns a function that ends the connection
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
    client.on("signedOut", () => resetQueries(ofUser())),
    client.on("userChanged", () => {
      const queries = ofUser();
      resetQueries(queries);
      for (const query of queries) if (query.isActive()) query.fetch().catch(() => {});
    }),
    sourceOf(client).feed((session) => queryClient.setQueryData(queryKey, session)),
  ];

  return () => {
    for (const stop of stops) stop();
  };
}
