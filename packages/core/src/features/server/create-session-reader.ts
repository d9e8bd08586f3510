import type { RegisteredSession, SessionBase } from "../../types/session.ts";
import type { AuthHandler } from "./ask-handler.ts";
import { readSession, type ReadSessionOptions } from "./read-session.ts";

/**
 * Whether the request loads a page. Other responses renew no cookie: one that arrives after a sign-out
 * in another tab would bring the cookie back.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Mode
 */
function isPageLoad({ headers }: Request): boolean {
  return (headers.get("Sec-Fetch-Mode") ?? "navigate") === "navigate";
}

/** Returns the name of a cookie that is set. Auth.js divides large ones: `name.0`, `name.1`. */
function nameOf(cookie: string): string {
  return cookie.replace(/(\.\d+)?=.*$/s, "");
}

/** Reads the session of one request at most once, for all that ask for it. */
export interface SessionReader<S extends SessionBase = RegisteredSession> {
  /** Reads the session when it is first called, as `readSession` does. */
  readonly read: () => Promise<S | null | undefined>;
  /**
   * Prepares the response that may contain what has been read. It adds `Cache-Control: private,
   * no-store`, if the response has no `Cache-Control`. To a page that a browser loads it adds the
   * auth server's `Set-Cookie` headers, but for cookies that the response sets itself. Without a
   * call of `read`, it returns the response as it is. It does not wait: the cookies of a session that
   * is still being read are not sent.
   */
  readonly complete: (response: Response) => Response;
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

  return {
    read: () => (reading ??= readOnce()),
    complete(response) {
      if (!reading) return response;
      // The headers of some responses cannot be changed, such as those of `Response.redirect`.
      const headers = new Headers(response.headers);
      // An action that signs out has cleared the cookie which the read has renewed.
      const own = new Set(headers.getSetCookie().map(nameOf));
      for (const cookie of cookies)
        if (!own.has(nameOf(cookie))) headers.append("Set-Cookie", cookie);
      if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
      const { body, status, statusText } = response;
      return new Response(body, { headers, status, statusText });
    },
  };
}
