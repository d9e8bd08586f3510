import {
  keepPrivate,
  readSession,
  type ReadSessionOptions,
  type ServerSession,
} from "@sojourn/core/server";
import type { RegisteredSession, SessionBase } from "@sojourn/core";
import { getRequestURL, type H3Event } from "h3";
import { askOnce } from "./ask-once.ts";
import { contextOf } from "./context.ts";
import { isForEverybody } from "./is-for-everybody.ts";
import { responseHeaders } from "./response-headers.ts";

/**
 * Reads the session of a request over the app's own handler of the auth server, which is asked once
 * for each request. No shared cache may keep the response then.
 *
 * @returns `null` if nobody is signed in, `undefined` if that is not known: the read has failed, or
 *   a cache keeps the response
 * @throws TypeError if `basePath` cannot be parsed
 */
export async function readRequestOnce<S extends SessionBase = RegisteredSession>(
  event: H3Event,
  options: ReadSessionOptions<S>,
): Promise<ServerSession<S>> {
  if (contextOf(event).isSojournRead || isForEverybody(event)) {
    return { session: undefined, headers: new Headers() };
  }
  keepPrivate(responseHeaders(event));
  const request = new Request(getRequestURL(event), { headers: event.headers });
  return readSession(request, (asked) => askOnce(event, asked), options);
}
