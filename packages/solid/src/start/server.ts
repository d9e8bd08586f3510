import type { RegisteredSession } from "@sojourn/core";
import { readSession, type AuthHandler, type ReadSessionOptions } from "@sojourn/core/server";
import { getRequestEvent, type RequestEvent } from "solid-js/web";

export { toSignIn } from "@sojourn/core/server";

/** What SolidStart adds to the event of a request. */
interface StartEvent extends RequestEvent {
  readonly response: { readonly headers: Headers };
}

type Known = Promise<RegisteredSession | null | undefined>;

/**
 * Whether a call of a server function has sent the request. Its response renews no cookie: it may
 * arrive after a sign-out in another tab, and would undo that.
 */
function isServerFunctionCall({ headers }: Request): boolean {
  return headers.has("X-Server-Id");
}

/**
 * Creates a function for queries, server functions and middleware that returns the session of the
 * current request: `null` if nobody is signed in, `undefined` if it could not be read. It reads once
 * for each request, in the same process, and never rejects. The response gets the auth server's
 * cookies, if it is a page, and is kept out of shared caches.
 *
 * @param handler answers a request to the auth server, e.g. `(request) => Auth(request, config)`
 * @see https://docs.solidjs.com/solid-start/v2/reference/server/get-request-event
 */
export function createRequestSession(
  handler: AuthHandler,
  options?: ReadSessionOptions<RegisteredSession>,
): () => Known {
  const known = new WeakMap<Request, Known>();

  async function readFor({ request, response }: StartEvent): Known {
    // At once, because the page may be sent before the session is there.
    response.headers.set("Cache-Control", "private, no-store");
    const { session, headers } = await readSession(request, handler, options);
    if (isServerFunctionCall(request)) return session;
    for (const cookie of headers.getSetCookie()) response.headers.append("Set-Cookie", cookie);
    return session;
  }

  return () => {
    // SolidStart adds the response to Solid's own event.
    const event = getRequestEvent() as StartEvent | undefined;
    if (!event) throw new Error("There is no request whose session could be read");
    const { request } = event;
    const session = known.get(request) ?? readFor(event);
    known.set(request, session);
    return session;
  };
}
