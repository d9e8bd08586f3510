import { appendResponseHeader, getResponseHeader, type H3Event } from "h3";
import { loadsPage } from "./loads-page.ts";

/** Auth.js divides large cookies: `name.0`, `name.1`. */
function toName(cookie: string): string {
  return cookie.replace(/(\.\d+)?=.*$/s, "");
}

/**
 * Sends the cookies of the auth server, by which it renews or clears its session, with a page. A
 * cookie that the response sets itself counts more: the app may have signed the user out.
 */
export function sendCookies(event: H3Event, cookies: readonly string[]): void {
  if (!loadsPage(event)) return;
  const own = [getResponseHeader(event, "set-cookie") ?? []].flat().map((it) => toName(String(it)));
  for (const cookie of cookies) {
    if (!own.includes(toName(cookie))) appendResponseHeader(event, "set-cookie", cookie);
  }
}
