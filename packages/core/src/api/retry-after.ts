/**
 * Milliseconds that a `Retry-After` header asks to wait: seconds, or an HTTP date.
 *
 * @param now milliseconds since the epoch by the sender's clock, for a date
 * @returns `undefined` for a missing or malformed header
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const value = header ?? "";
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return waitMs > 0 ? waitMs : undefined;
}
