import { expect, test } from "vitest";
import { lifetimeMs } from "../../src/session/state/expiry.ts";

const serverNow = Date.UTC(2026, 0);

test.each([
  ["2026-01-01T00:01:00.000Z", 60_000],
  ["2026-01-01T01:01:00+01:00", 60_000],
  ["2025-12-31T23:59:59.000Z", -1000],
])("%s has %i ms left by the server's clock", (expires, expected) => {
  expect(lifetimeMs(expires, serverNow)).toBe(expected);
});

test.each([undefined, null, "", "soon", 1_800_000_000_000, {}, new Date(serverNow)])(
  "%j never ends",
  (expires) => {
    expect(lifetimeMs(expires, serverNow)).toBe(Infinity);
  },
);
