/**
 * Whether the request loads a page. Data of a soft navigation renews no cookie: if it arrived after a
 * sign-out in another tab, it would bring the cookie back.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Mode
 */
export function isPageLoad({ headers }: Request): boolean {
  return (headers.get("Sec-Fetch-Mode") ?? "navigate") === "navigate";
}

/** The names of the cookies that a response sets. Auth.js divides large ones: `name.0`, `name.1`. */
function cookieNames(headers: Headers): string[] {
  return headers.getSetCookie().map((cookie) => cookie.replace(/(\.\d+)?=.*$/s, ""));
}

/**
 * Adds the cookies with which the auth server has answered a read. What the response sets already
 * wins: a form action that has signed the user in or out comes after the read.
 */
export function sendCookies(headers: Headers, read: Headers): void {
  const own = new Set(cookieNames(headers));
  if (cookieNames(read).some((name) => own.has(name))) return;
  for (const cookie of read.getSetCookie()) headers.append("Set-Cookie", cookie);
}

/** Keeps a response for one user out of all caches, unless the app has decided. */
export function markAsPrivate(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
}
