import { readSession, type ReadSessionOptions, type ServerSession } from "@sojourn/core/server";
import type { RegisteredSession } from "@sojourn/core";
import {
  getRequestHeader,
  getRequestURL,
  getResponseHeader,
  setResponseHeader,
  type H3Event,
} from "h3";

type Read = ServerSession<RegisteredSession>;
type Options = ReadSessionOptions<RegisteredSession>;

/** A request with this header asks for the session, so that its answer is never rendered with one. */
const MARK = "x-sojourn-read";

/** Whether a cache gives the response to everybody. Nitro then hides the request's cookies, too. */
function isForEverybody(event: H3Event): boolean {
  const { routeRules } = (event.context["_nitro"] ?? {}) as {
    routeRules?: { cache?: unknown; isr?: unknown };
  };
  if (routeRules?.cache || routeRules?.isr) return true;
  return /public|s-maxage/.test(String(getResponseHeader(event, "cache-control")));
}

/** Asks the app's own handler. Nitro answers a path in this process. */
function readRequest(event: H3Event, options: Options): Promise<Read> {
  // Without the body, which the handler of the request may want to read.
  const request = new Request(getRequestURL(event), { headers: event.headers });
  const ask = (asked: Request): Promise<Response> => {
    const { pathname, search } = new URL(asked.url);
    const headers = { ...Object.fromEntries(asked.headers), [MARK]: "1" };
    return event.fetch(pathname + search, { headers });
  };
  return readSession(request, ask, options);
}

/**
 * Reads the session of a request, once, over the app's own handler of the auth server. No cache may
 * keep the response then.
 *
 * @returns `null` if nobody is signed in, `undefined` if that is not known: the read has failed, or
 *   a cache keeps the response
 * @throws TypeError if `basePath` cannot be parsed
 */
export async function readRequestOnce(event: H3Event, options: Options): Promise<Read> {
  if (getRequestHeader(event, MARK) || isForEverybody(event)) {
    return { session: undefined, headers: new Headers() };
  }
  if (!getResponseHeader(event, "cache-control")) {
    setResponseHeader(event, "cache-control", "private, no-store");
  }
  // Nuxt's and Nitro's bundles each have this module, and share the event.
  const context = event.context as { sojourn?: Promise<Read> };
  return (context.sojourn ??= readRequest(event, options));
}
