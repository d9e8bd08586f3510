import type { Http, HttpAnswer } from "./http.ts";

/** Sends `POST /signout`. @throws SessionFetchError if there is no response */
export function postSignOut(
  http: Http,
  csrfToken: string,
  callbackUrl: string,
): Promise<HttpAnswer> {
  const form = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  return http("signout", undefined, form);
}
