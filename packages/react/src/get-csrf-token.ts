import { createRequestClient, isServer, type RequestSource } from "@sojourn/core";
import { getCurrentClient } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";

/**
 * The CSRF token, for forms that post by hand; `signIn` and `signOut` see to it themselves. On a
 * server it takes the request, so that token and cookie belong together. Empty where the server
 * needs none.
 *
 * @throws SessionFetchError
 * @see https://next-auth.js.org/getting-started/client#getcsrftoken
 */
export function getCsrfToken(params: RequestSource = {}): Promise<string> {
  if (isServer()) return createRequestClient(params, __NEXTAUTH).getCsrfToken();
  return getCurrentClient().getCsrfToken();
}
