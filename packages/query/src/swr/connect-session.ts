import type { SessionBase, SessionClient } from "@sojourn/core";
import type { Arguments, useSWRConfig } from "swr";
import { sourceOf } from "../session-source.ts";

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
