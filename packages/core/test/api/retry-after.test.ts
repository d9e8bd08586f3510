import { expect, test } from "vitest";
import { parseRetryAfter } from "../../src/api/retry-after.ts";

const now = Date.UTC(2026, 0);

test.each([
  ["1", 1000],
  ["120", 120_000],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
])("%s asks to wait %i ms", (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});

test.each(["", "0", "Wed, 31 Dec 2025 23:59:59 GMT", "soon", "NaN", "Infinity"])(
  "%j asks for nothing",
  (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  },
);

test.each(["301", "86400", "Fri, 01 Jan 2027 00:00:00 GMT"])(
  "no longer than four minutes, whatever it asks for: %s",
  (header) => {
    expect(parseRetryAfter(header, now)).toBe(240_000);
  },
);
