/**
 * The longest wait that a header can cause. With the client's own delay a retry comes after five
 * minutes at most. A `Retry-After` of a day comes from a broken proxy.
 */
const MAX_WAIT_MS = 4 * 60_000;

/**
 * Returns the milliseconds that a `Retry-After` header asks to wait, four minutes at most. The
 * header contains seconds or an HTTP date.
 *
 * @param now milliseconds since the epoch by the server's clock, to compare a date with
 * @returns `undefined` for an empty or malformed header
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(header: string, now: number): number | undefined {
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return waitMs > 0 ? Math.min(waitMs, MAX_WAIT_MS) : undefined;
}
