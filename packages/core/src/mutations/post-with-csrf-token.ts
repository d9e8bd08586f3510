import { fetchCsrfToken } from "../api/csrf.ts";
import type { Http } from "../api/http.ts";
import { CsrfError } from "../errors.ts";

/**
 * Posts with a CSRF token, and once more with a fresh one if it is refused: another tab's request
 * may have replaced the cookie that it belongs to.
 *
 * @throws CsrfError if the second token is refused too
 */
export async function postWithCsrfToken<T>(
  http: Http,
  csrfToken: string,
  post: (csrfToken: string) => Promise<T>,
): Promise<T> {
  try {
    return await post(csrfToken);
  } catch (error) {
    if (!(error instanceof CsrfError)) throw error;
    return post(await fetchCsrfToken(http));
  }
}
