import type { SessionBase, SessionClient } from "@sojourn/core";
import type { Arguments, useSWRConfig } from "swr";
import { sourceOf } from "../session-source.ts";

/** The default key of the session. */
export const sessionKey = "session";

type Mutate = ReturnType<typeof useSWRConfig>["mutate"];

/** Options of `connectSession`. */
export interface ConnectOptions {
  /** The key of the session. Default `"session"`. */
  key?: string | undefined;
  /**
   * Whether a key belongs to a user, and is cleared when the user changes. `true` means all but the
   * session.
   */
  userScoped?: ((key: Arguments) => boolean) | true | undefined;
}

/**
 * Writes the session into SWR's cache, now and whenever it changes. It counts as a subscriber of
 * the client, and so starts it.
 *
 * @param mutate of `useSWRConfig()`, or SWR's global one
 * @returns a function that ends the connection
 */
export function connectSession<S extends SessionBase>(
  mutate: Mutate,
  client: SessionClient<S>,
  { key = sessionKey, userScoped }: ConnectOptions = {},
): () => void {
  function clearUserData(revalidate: boolean): void {
    if (!userScoped) return;
    const isOfUser = userScoped === true ? () => true : userScoped;
    void mutate((it: Arguments) => it !== key && isOfUser(it), undefined, { revalidate });
  }

  const stops = [
    client.on("signedOut", () => clearUserData(false)),
    client.on("userChanged", () => clearUserData(true)),
    sourceOf(client).feed((session) => void mutate(key, session, { revalidate: false })),
  ];

  return () => {
    for (const stop of stops) stop();
  };
}
