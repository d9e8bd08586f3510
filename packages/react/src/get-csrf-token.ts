import {
  createRequestClient,
  getCsrfToken as getCsrfTokenOfStore,
  isServer,
  type RequestSource,
} from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";
import type { CsrfToken } from "./types.ts";

/**
 * Returns the CSRF token, for forms that post without `signIn` or `signOut`. On a server it takes
 * the request, so that token and cookie match. Empty if the server needs no token.
 *
 * After a failure it rejects in a browser with a `SessionFetchError`. On a server it logs the
 * failure and resolves to an empty text, so that a build continues.
 *
 * @see https://next-auth.js.org/getting-started/client#getcsrftoken
 */
export async function getCsrfToken(params: RequestSource = {}): Promise<CsrfToken> {
  if (isServer()) return createRequestClient(params, __NEXTAUTH).getCsrfToken();
  const store = getCurrentClient();
  const own = ownClientOf(store);
  return own ? own.getCsrfToken() : getCsrfTokenOfStore(store);
}
