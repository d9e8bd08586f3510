import { getRequestHeader, type H3Event } from "h3";

/**
 * Whether a browser loads a page. Other responses renew no cookie: one that arrives after a sign-out
 * in another tab would bring the cookie back. Browsers name the mode only to HTTPS and localhost.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Mode
 */
export function loadsPage(event: H3Event): boolean {
  if (event.method !== "GET") return false;
  const mode = getRequestHeader(event, "sec-fetch-mode");
  if (mode) return mode === "navigate";
  return /text\/html/.test(getRequestHeader(event, "accept") ?? "");
}
