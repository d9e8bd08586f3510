import { cookieName } from "./cookie-name.ts";

/** The cookie's name in Auth.js v5, which has a prefix before it where the address is of https. */
const SESSION_COOKIE = "authjs.session-token";

function withoutPrefix(name: string): string {
  return name.replace(/^__(Secure|Host)-/, "");
}

/**
 * Whether an answer that names nobody may come from a failure. Auth.js v5 answers `null` to a session
 * cookie that it does not accept, and clears that cookie. If its database is down, it also answers
 * `null`, and leaves the cookie. It leaves the cookies of others, too, so only its own one counts.
 *
 * @param headers the `Set-Cookie` headers of the answer
 * @param sessionCookie the name of the session's cookie
 */
export function mayHaveFailed(
  request: Request,
  headers: Headers,
  sessionCookie: string = SESSION_COOKIE,
): boolean {
  const isSessionCookie = (cookie: string) =>
    withoutPrefix(cookieName(cookie)) === withoutPrefix(sessionCookie);
  // A cookie without the prefix is left over from before the app had https. Auth.js does not read it.
  const mayBeSent = (cookie: string) =>
    sessionCookie !== SESSION_COOKIE || !isSecure || /^\s*__/.test(cookie);
  const isSecure = request.url.startsWith("https:");
  const sent = (request.headers.get("cookie") ?? "").split(";");
  const own = sent.filter((cookie) => isSessionCookie(cookie) && mayBeSent(cookie));
  if (!own.some((cookie) => /=\s*\S/.test(cookie))) return false;
  return !headers.getSetCookie().some(isSessionCookie);
}
