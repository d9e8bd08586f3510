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
 * The CSRF token, for forms that post by hand; `signIn` and `signOut` see to it themselves. On a
 * server it takes the request, so that token and cookie belong together. Empty where the server
 * needs none.
 *
 * In a browser it rejects with a `SessionFetchError` on a failure; on a server it resolves to nothing, and
 * logs it, so that a build goes on.
 *
 * @see https://next-auth.js.org/getting-started/client#getcsrftoken
 */
export async function getCsrfToken(params: RequestSource = {}): Promise<CsrfToken> {
  if (isServer()) return createRequestClient(params, __NEXTAUTH).getCsrfToken();
  const store = getCurrentClient();
  const own = ownClientOf(store);
  return own ? own.getCsrfToken() : getCsrfTokenOfStore(store);
}
