"use client";

import type { RegisteredSession, SessionBase, SessionClient } from "@sojourn/core";
import { useSessionClient } from "@sojourn/react";
import * as React from "react";
import useSWR, { useSWRConfig, type Arguments, type SWRConfiguration, type SWRResponse } from "swr";
import { share } from "./connections.ts";
import { sourceOf } from "./session-source.ts";

/** The key that the session has, unless another one is asked for. */
export const sessionKey = "session";

type Mutate = ReturnType<typeof useSWRConfig>["mutate"];

/** Options of `connectSession`. */
export interface ConnectOptions {
  /** Default `"session"`. */
  key?: string | undefined;
  /** Tells the keys that belong to a user, and go when that user does; `true` for all but the session. */
  userScoped?: ((key: Arguments) => boolean) | true | undefined;
}

/**
 * Writes the session into SWR's cache, now and whenever it changes. Counts as a subscriber of the
 * client, and starts it.
 *
 * @param mutate of `useSWRConfig()`, or SWR's global one
 * @returns ends that
 */
export function connectSession<S extends SessionBase>(
  mutate: Mutate,
  client: SessionClient<S>,
  { key = sessionKey, userScoped }: ConnectOptions = {},
): () => void {
  function forget(revalidate: boolean): void {
    if (!userScoped) return;
    const isOfUser = userScoped === true ? () => true : userScoped;
    void mutate((it: Arguments) => it !== key && isOfUser(it), undefined, { revalidate });
  }

  const stops = [
    client.on("signedOut", () => forget(false)),
    client.on("userChanged", () => forget(true)),
    sourceOf(client).feed((session) => void mutate(key, session, { revalidate: false })),
  ];

  return () => {
    for (const stop of stops) stop();
  };
}

/** Keeps the session in SWR's cache while a component is there; see `connectSession`. */
export function useConnectedSession({ key = sessionKey, userScoped }: ConnectOptions = {}): void {
  const { mutate } = useSWRConfig();
  const client = useSessionClient();
  const latest = React.useRef(userScoped);
  React.useEffect(() => {
    latest.current = userScoped;
  });
  const isScoped = !!userScoped;
  React.useEffect(() => {
    const isOfUser = (it: Arguments): boolean => latest.current === true || !!latest.current?.(it);
    const open = (): (() => void) =>
      connectSession(mutate, client, { key, userScoped: isScoped ? isOfUser : undefined });
    // Filters are functions, which cannot be told apart; those who have one do not share.
    return isScoped ? open() : share(mutate, client, key, open);
  }, [mutate, client, key, isScoped]);
}

/**
 * The session by SWR: `data` is `undefined` as long as nothing is known, and `null` where nobody is
 * signed in. `mutate()` asks the server through the client; nothing else of SWR does.
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
      // The client decides when the server is asked, once for all components and tabs.
      refreshInterval: 0,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      revalidateIfStale: false,
      shouldRetryOnError: false,
      compare: Object.is,
    },
  );
}
