import { cookieName, isPageLoad } from "@sojourn/core/server";
import { appendResponseHeader, getResponseHeader, type H3Event } from "h3";

/**
 * Sends the cookies of the auth server, by which it renews or clears its session, with a page. A
 * cookie that the response sets itself counts more: the app may have signed the user out.
 */
export function sendCookies(event: H3Event, cookies: readonly string[]): void {
  if (!isPageLoad(event)) return;
  const own = [getResponseHeader(event, "set-cookie") ?? []]
    .flat()
    .map((it) => cookieName(String(it)));
  for (const cookie of cookies) {
    if (!own.includes(cookieName(cookie))) appendResponseHeader(event, "set-cookie", cookie);
  }
}
