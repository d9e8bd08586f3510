import type { Http } from "./http.ts";
import { readVerdict, type Verdict } from "./verdict.ts";

/**
 * `POST /signout`.
 *
 * @throws SessionFetchError, CsrfError
 */
export async function postSignOut(
  http: Http,
  csrfToken: string,
  callbackUrl: string,
): Promise<Verdict> {
  const form = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  return readVerdict(await http("signout", undefined, form), callbackUrl);
}
