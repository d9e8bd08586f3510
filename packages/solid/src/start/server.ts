import type { RegisteredSession, SessionBase } from "@sojourn/core";
import {
  createSessionReader,
  keepPrivate,
  type AuthHandler,
  type ReadSessionOptions,
  type SessionReader,
} from "@sojourn/core/server";
import { getRequestEvent, type RequestEvent } from "solid-js/web";

export { toSignIn } from "@sojourn/core/server";

/** What SolidStart adds to the event of a request. */
interface StartEvent extends RequestEvent {
  readonly response: { readonly headers: Headers };
  /** Only while a page is rendered: middleware, API routes and calls of server functions have none. */
  readonly routes?: unknown;
}

/**
 * Creates a function for queries, server functions and middleware that returns the session of the
 * current request: `null` if nobody is signed in, `undefined` if it could not be read. It reads once
 * for each request, in the same process. The response is kept out of shared caches. A page that a
 * browser loads gets the auth server's cookies, if the session is read while it is rendered.
 *
 * The function throws outside of a request, and it rejects with a TypeError if `basePath` cannot be
 * parsed. A session that cannot be read is no reason to reject.
 *
 * @param handler answers a request to the auth server, e.g. `(request) => Auth(request, config)`
 * @see https://docs.solidjs.com/solid-start/v2/reference/server/get-request-event
 */
export function createRequestSession<S extends SessionBase = RegisteredSession>(
  handler: AuthHandler,
  options?: ReadSessionOptions<S>,
): () => Promise<S | null | undefined> {
  const readers = new WeakMap<Request, SessionReader<S>>();

  function readerOf(request: Request): SessionReader<S> {
    const reader = readers.get(request) ?? createSessionReader(request, handler, options);
    readers.set(request, reader);
    return reader;
  }

  async function readFor(event: StartEvent) {
    const { headers } = event.response;
    // At once, because the page may be sent before the session is there.
    keepPrivate(headers);
    const reader = readerOf(event.request);
    const session = await reader.read();
    // The server adds these headers to an API route's response, after its own. There a renewed cookie
    // would undo what the response does, as that of the auth server.
    if (event.routes) reader.completeHeaders(headers);
    return session;
  }

  return () => {
    // SolidStart adds the response to Solid's own event.
    const event = getRequestEvent() as StartEvent | undefined;
    if (!event) throw new Error("There is no request whose session could be read");
    return readFor(event);
  };
}
