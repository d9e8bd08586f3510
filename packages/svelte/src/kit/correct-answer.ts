import { reportFailedReads } from "@sojourn/core/server";

/**
 * Corrects two answers of the auth server to the browser:
 *
 * - A read that has failed is a 503. Auth.js v5 answers `null` while its database is down, as if nobody
 *   was signed in.
 * - A CSRF token is empty where the server has none, because SvelteKit compares origins instead.
 *   Browsers would log the 404 as an error at each sign-in.
 */
export async function correctAnswer(
  request: Request,
  answered: Response,
  sessionCookie: string | undefined,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (answered.status === 404 && pathname.endsWith("/csrf")) {
    return Response.json({ csrfToken: "" }, { headers: { "Cache-Control": "private, no-store" } });
  }
  return reportFailedReads(() => answered, sessionCookie)(request);
}
