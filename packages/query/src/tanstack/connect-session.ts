import type { SessionBase, SessionClient } from "@sojourn/core";
import type { Query, QueryClient, QueryFilters } from "@tanstack/query-core";
import { sourceOf } from "../session-source.ts";
import { sessionKey, sessionQueryOptions } from "./session-query-options.ts";

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
