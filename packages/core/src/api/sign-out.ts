import type { Http } from "./http.ts";
import { readAuthResult, type AuthResult } from "./auth-result.ts";

/**
 * `POST /signout`.
 *
 * @throws SessionFetchError, CsrfError
 */
export async function postSignOut(
  http: Http,
  csrfToken: string,
  callbackUrl: string,
): Promise<AuthResult> {
  const form = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  return readAuthResult(await http("signout", undefined, form), callbackUrl);
}
