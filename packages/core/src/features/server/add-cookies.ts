import { cookieName } from "./cookie-name.ts";

/**
 * Adds the `Set-Cookie` headers of the auth server to a response, but for cookies that the response
 * sets itself: an action that signs out has cleared the cookie which the read has renewed.
 */
export function addCookies(
  headers: Pick<Headers, "append" | "getSetCookie">,
  cookies: readonly string[],
): void {
  const own = new Set(headers.getSetCookie().map(cookieName));
  for (const cookie of cookies)
    if (!own.has(cookieName(cookie))) headers.append("Set-Cookie", cookie);
}
