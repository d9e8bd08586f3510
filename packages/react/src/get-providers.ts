import { createRequestClient, isServer } from "@sojourn/core";
import { getCurrentClient } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";
import type { ClientSafeProvider } from "./types.ts";

/**
 * The providers of the server, by id, to build a sign-in page from; `null` where it has no list.
 *
 * @throws SessionFetchError
 * @see https://next-auth.js.org/getting-started/client#getproviders
 */
export function getProviders(): Promise<Record<string, ClientSafeProvider> | null> {
  return (isServer() ? createRequestClient({}, __NEXTAUTH) : getCurrentClient()).getProviders();
}
