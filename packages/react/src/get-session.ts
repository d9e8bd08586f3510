import { createRequestClient, isServer, type RegisteredSession } from "@sojourn/core";
import { getCurrentClient } from "./current-client.ts";
import { __NEXTAUTH } from "./defaults.ts";
import type { GetSessionParams } from "./types.ts";

/**
 * Reads the session, and announces it to all tabs. On a server it takes the request whose cookie it
 * sends: `getSession({ req })`, `getSession(context)` or `getSession({ ctx })`. It never rejects:
 * after a failure it resolves to the session that is known, or to `null`. In a browser
 * `getSession({ maxAge: 60 })` asks nobody if the server has confirmed the session in the last
 * minute.
 *
 * @see https://next-auth.js.org/getting-started/client#getsession
 */
export async function getSession(params: GetSessionParams = {}): Promise<RegisteredSession | null> {
  if (isServer()) return createRequestClient(params, __NEXTAUTH).getSession();
  return getCurrentClient().getSession(params);
}
