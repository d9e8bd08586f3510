const COOKIE = /(?:^|;\s*)(?:__Secure-)?authjs\.session-token(?:\.\d+)?=[^;\s]/;
const SET_COOKIE = /^[^=]*session-token/;

/**
 * Whether an answer that names nobody may come from a failure. Auth.js v5 answers `null` to a session
 * cookie that it does not accept, and clears that cookie. If its database is down, it also answers
 * `null`, and leaves the cookie.
 *
 * @param headers the `Set-Cookie` headers of the answer
 */
export function isInDoubt(request: Request, headers: Headers): boolean {
  if (!COOKIE.test(request.headers.get("cookie") ?? "")) return false;
  return !headers.getSetCookie().some((cookie) => SET_COOKIE.test(cookie));
}
