import type { Http, HttpAnswer } from "./http.ts";

/** `POST /signout`. @throws SessionFetchError where there is no answer */
export function postSignOut(
  http: Http,
  csrfToken: string,
  callbackUrl: string,
): Promise<HttpAnswer> {
  const form = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  return http("signout", undefined, form);
}
