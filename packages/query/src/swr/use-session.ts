"use client";

import type { RegisteredSession } from "@sojourn/core";
import { useSessionClient } from "@sojourn/react";
import useSWR, { useSWRConfig, type SWRConfiguration, type SWRResponse } from "swr";
import { sourceOf } from "../session-source.ts";
import { sessionKey } from "./connect-session.ts";
import { useConnectedSession } from "./use-connected-session.ts";

/**
 * Returns the session through SWR: `data` is `undefined` while nothing is known, and `null` if
 * nobody is signed in. `mutate()` makes the client read. Nothing else of SWR does.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession(
  config: SWRConfiguration<RegisteredSession | null> = {},
  key: string = sessionKey,
): SWRResponse<RegisteredSession | null> {
  const client = useSessionClient();
  const { cache } = useSWRConfig();
  const source = sourceOf(client);
  const known = source.known();
  useConnectedSession({ key });
  return useSWR(
    key,
    () => (cache.get(key)?.data === undefined ? source.read() : source.refetch()),
    {
      ...(known !== undefined && { fallbackData: known }),
      ...config,
      // The client decides when to read, once for all components and tabs.
      refreshInterval: 0,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      revalidateIfStale: false,
      shouldRetryOnError: false,
      compare: Object.is,
    },
  );
}
