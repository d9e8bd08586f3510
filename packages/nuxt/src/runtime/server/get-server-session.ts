import type { RegisteredSession } from "@sojourn/core";
import type { H3Event } from "h3";
import { useRuntimeConfig } from "nitropack/runtime";
import { toConfig } from "../to-config.ts";
import { readRequestOnce } from "./read-request-once.ts";

/**
 * Returns the session of a request, in the handlers and the middleware of the app's server. It is
 * read once for each request, in the same process.
 *
 * @returns `null` if nobody is signed in, `undefined` if the session could not be read: an answer
 *   to both is 401
 * @throws TypeError if `basePath` cannot be parsed
 */
export async function getServerSession(
  event: H3Event,
): Promise<RegisteredSession | null | undefined> {
  const { app, public: config } = useRuntimeConfig(event);
  const { client } = toConfig(config["sojourn"], app.baseURL);
  // Its cookies are for page loads only. If the browser got one for data, late, it would undo a
  // sign-out in another tab.
  const { session } = await readRequestOnce(event, client);
  return session;
}
