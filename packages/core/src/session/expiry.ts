/**
 * Milliseconds that a session has left, as the server means it: `expires` less the time of the
 * answer by the server's own clock, so that a wrong clock here does not matter.
 *
 * @param expires ISO 8601, as the server sent it; anything else gives `Infinity`, which never ends
 * @param serverNow the answer's `Date` in milliseconds, or the best that is known of it
 */
export function lifetimeMs(expires: unknown, serverNow: number): number {
  const end = typeof expires === "string" ? Date.parse(expires) : NaN;
  return Number.isNaN(end) ? Infinity : end - serverNow;
}
