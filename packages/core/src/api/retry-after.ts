/** With our own backoff five minutes: a `Retry-After` of a day is a broken proxy's. */
const MAX_WAIT_MS = 4 * 60_000;

/**
 * Milliseconds that a `Retry-After` header asks to wait: seconds, or an HTTP date; at most four
 * minutes.
 *
 * @param now milliseconds since the epoch by the sender's clock, for a date
 * @returns `undefined` for an empty or malformed header
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(header: string, now: number): number | undefined {
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return waitMs > 0 ? Math.min(waitMs, MAX_WAIT_MS) : undefined;
}
