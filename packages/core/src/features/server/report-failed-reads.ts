import type { AuthHandler } from "./ask-handler.ts";
import { mayHaveFailed } from "./may-have-failed.ts";

/**
 * Wraps the handlers of an auth server, so that browsers learn of a failed read. Auth.js v5 answers
 * `GET /session` with `null` while its database is down, as if nobody was signed in. The wrapped
 * handlers answer 503 then: the browser keeps the user, shows an error, and tries again.
 *
 * @param sessionCookie the name of the session's cookie, if the auth server has another one than
 *   `authjs.session-token`
 * @example
 * export const handleAuth = reportFailedReads((request) => Auth(request, config));
 */
export function reportFailedReads(
  handler: AuthHandler,
  sessionCookie?: string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await handler(request);
    const isRead = request.method === "GET" && /\/session\/?$/.test(new URL(request.url).pathname);
    if (!isRead || !response.ok || !mayHaveFailed(request, response.headers, sessionCookie))
      return response;
    const isNobody = (await response.clone().text()).trim() === "null";
    return isNobody ? new Response(null, { status: 503 }) : response;
  };
}
