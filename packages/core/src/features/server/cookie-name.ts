/** Returns the name of a cookie that is sent or set. Auth.js divides large ones: `name.0`, `name.1`. */
export function cookieName(cookie: string): string {
  return cookie.trim().replace(/(\.\d+)?=.*$/s, "");
}
