import { createRequestClient, getProviders as getProvidersOfStore, isServer } from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";
import type { Providers } from "./types.ts";

/**
 * Returns the providers of the server by their ids, for a sign-in page; `null` if it has no list.
 *
 * After a failure it rejects in a browser with a `SessionFetchError`. On a server it logs the
 * failure and resolves to `null`, so that a build continues.
 *
 * @see https://next-auth.js.org/getting-started/client#getproviders
 */
export async function getProviders(): Promise<Providers | null> {
  // If next-auth is installed, its declarations decide the type of the providers.
  return askForProviders() as Promise<Providers | null>;
}

async function askForProviders(): Promise<unknown> {
  if (isServer()) return createRequestClient({}, __NEXTAUTH).getProviders();
  const store = getCurrentClient();
  const own = ownClientOf(store);
  return own ? own.getProviders() : getProvidersOfStore(store);
}
