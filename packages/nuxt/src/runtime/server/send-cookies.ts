import { addCookies, isPageLoad } from "@sojourn/core/server";
import type { H3Event } from "h3";
import { responseHeaders } from "./response-headers.ts";

/** Sends the cookies of the auth server, by which it renews or clears its session, with a page. */
export function sendCookies(event: H3Event, cookies: readonly string[]): void {
  if (isPageLoad(event)) addCookies(responseHeaders(event), cookies);
}
