import { fetchCsrfToken } from "../api/csrf.ts";
import type { Http } from "../api/http.ts";
import { CsrfError } from "../errors.ts";

/**
 * Posts with a CSRF token. If the token is refused, posts once more with a fresh one (`GET /csrf`):
 * another tab's request may have replaced the cookie that belongs to the token.
 *
 * @throws CsrfError if the second token is refused too
 */
export function postWithCsrfToken<T>(
  http: Http,
  csrfToken: string,
  post: (csrfToken: string) => Promise<T>,
): Promise<T> {
  return post(csrfToken).catch(async (error: unknown) => {
    if (!(error instanceof CsrfError)) throw error;
    return post(await fetchCsrfToken(http));
  });
}
