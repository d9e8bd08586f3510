import { createRequestClient, getProviders as getProvidersOfStore, isServer } from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";
import type { Providers } from "./types.ts";

/**
 * The providers of the server, by id, to build a sign-in page from; `null` where it has no list.
 *
 * In a browser it rejects with a `SessionFetchError` on a failure; on a server it resolves to nothing, and
 * logs it, so that a build goes on.
 *
 * @see https://next-auth.js.org/getting-started/client#getproviders
 */
export async function getProviders(): Promise<Providers | null> {
  // Where next-auth is installed, it declares of them what it wants to be known.
  return askForProviders() as Promise<Providers | null>;
}

async function askForProviders(): Promise<unknown> {
  if (isServer()) return createRequestClient({}, __NEXTAUTH).getProviders();
  const store = getCurrentClient();
  const own = ownClientOf(store);
  return own ? own.getProviders() : getProvidersOfStore(store);
}
