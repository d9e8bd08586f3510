import { createRequestClient, isServer, type RegisteredSession } from "@sojourn/core";
import { getCurrentClient } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";
import type { GetSessionParams } from "./types.ts";

/**
 * Asks the server for the session, and tells all tabs. On a server it takes the request of which it
 * forwards the cookie: `getSession({ req })`, `getSession(context)` or `getSession({ ctx })`. Never
 * rejects: on a failure it resolves to what is known, else `null`.
 *
 * @see https://next-auth.js.org/getting-started/client#getsession
 */
export async function getSession(params: GetSessionParams = {}): Promise<RegisteredSession | null> {
  if (isServer()) return createRequestClient(params, __NEXTAUTH).getSession();
  return getCurrentClient().getSession();
}
