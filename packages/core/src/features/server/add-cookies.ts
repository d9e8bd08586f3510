import { cookieName } from "./cookie-name.ts";

/** What is needed of `Headers`. TypeScript 4.9 does not know `getSetCookie`. */
export interface CookieHeaders {
  append(name: string, value: string): void;
  getSetCookie(): string[];
}

/**
 * Adds the `Set-Cookie` headers of the auth server to a response, but for cookies that the response
 * sets itself: an action that signs out has cleared the cookie which the read has renewed.
 */
export function addCookies(headers: CookieHeaders, cookies: readonly string[]): void {
  const own = new Set(headers.getSetCookie().map(cookieName));
  for (const cookie of cookies)
    if (!own.has(cookieName(cookie))) headers.append("Set-Cookie", cookie);
}
