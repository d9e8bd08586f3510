import type { RegisteredSession, SessionBase } from "@sojourn/core";
import type { ReadSessionOptions } from "@sojourn/core/server";
import type { H3Event } from "h3";
import { useRuntimeConfig } from "nitropack/runtime";
import { toConfig } from "../to-config.ts";
import { readRequestOnce } from "./read-request-once.ts";

/**
 * Returns the session of a request, in the handlers and the middleware of the app's server. The auth
 * server is asked once for each request, in the same process.
 *
 * @param options `schema` parses the session. That of the hook `sojourn:options` is the pages' only
 * @returns `null` if nobody is signed in, `undefined` if the session could not be read: an answer
 *   to both is 401
 * @throws TypeError if `basePath` cannot be parsed
 */
export async function getServerSession<S extends SessionBase = RegisteredSession>(
  event: H3Event,
  options: Pick<ReadSessionOptions<S>, "schema"> = {},
): Promise<S | null | undefined> {
  const { app, public: config } = useRuntimeConfig(event);
  const { client, sessionCookie } = toConfig(config["sojourn"], app.baseURL);
  const { basePath, timeoutMs } = client;
  // Its cookies are for page loads only. If the browser got one for data, late, it would undo a
  // sign-out in another tab.
  const { session } = await readRequestOnce(event, {
    basePath,
    timeoutMs,
    sessionCookie,
    ...options,
  });
  return session;
}
