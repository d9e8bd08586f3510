import type { RegisteredSession, SessionBase } from "../../types/session.ts";
import { addCookies } from "./add-cookies.ts";
import type { AuthHandler } from "./ask-handler.ts";
import { isPageLoad } from "./is-page-load.ts";
import { keepPrivate } from "./keep-private.ts";
import { readSession, type ReadSessionOptions } from "./read-session.ts";

/** Reads the session of one request at most once, for all that ask for it. */
export interface SessionReader<S extends SessionBase = RegisteredSession> {
  /** Reads the session when it is first called, as `readSession` does. */
  readonly read: () => Promise<S | null | undefined>;
  /**
   * Prepares the response that may contain what has been read. Its `Cache-Control` becomes `private,
   * no-store`, unless it says `private` or `no-store` already. A page that a browser loads gets the
   * auth server's `Set-Cookie` headers, but for cookies that the response sets itself. Without a call
   * of `read`, it returns the response as it is. It does not wait: the cookies of a session that is
   * still being read are not sent.
   */
  readonly complete: (response: Response) => Response;
  /** Does the same to the headers of a response. A second call only adds what was not known yet. */
  readonly completeHeaders: (headers: Headers) => void;
}

/**
 * Creates a reader of the session for one request: the loaders and guards of the request share it,
 * and a middleware completes the response. A request for which nobody asks reads nothing, such as
 * one to the auth server itself.
 *
 * @param handler answers a request to the auth server, e.g. `(request) => Auth(request, config)`
 */
export function createSessionReader<S extends SessionBase = RegisteredSession>(
  request: Request,
  handler: AuthHandler,
  options?: ReadSessionOptions<S>,
): SessionReader<S> {
  const cookies: string[] = [];
  let reading: Promise<S | null | undefined> | undefined;

  async function readOnce() {
    const { session, headers } = await readSession(request, handler, options);
    if (isPageLoad(request)) cookies.push(...headers.getSetCookie());
    return session;
  }

  function completeHeaders(headers: Headers): void {
    if (!reading) return;
    addCookies(headers, cookies);
    keepPrivate(headers);
  }

  return {
    read: () => (reading ??= readOnce()),
    completeHeaders,
    complete(response) {
      if (!reading) return response;
      // The headers of some responses cannot be changed, such as those of `Response.redirect`.
      const headers = new Headers(response.headers);
      completeHeaders(headers);
      const { body, status, statusText } = response;
      return new Response(body, { headers, status, statusText });
    },
  };
}
