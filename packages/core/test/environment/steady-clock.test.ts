import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSteadyClock } from "../../src/environment/steady-clock.ts";

function openClock() {
  const time = { wall: 1000, monotonic: 0 };
  const now = createSteadyClock(
    () => time.wall,
    () => time.monotonic,
  );
  now();
  const move = (wallMs: number, monotonicMs: number): number => {
    time.wall += wallMs;
    time.monotonic += monotonicMs;
    return now();
  };
  return move;
}

test.each([
  ["both run", 50, 50, 1050],
  ["the monotonic one stands still in sleep", 5000, 0, 6000],
  ["the wall is set back", -5000, 50, 1050],
  ["the wall is set forth", 5000, 50, 6000],
  ["neither moves", 0, 0, 1000],
])("%s: wall %i, monotonic %i, now %i", (_, wallMs, monotonicMs, expected) => {
  expect(openClock()(wallMs, monotonicMs)).toBe(expected);
});

test("never steps back, and counts at least what the monotonic one does", () => {
  const moves = fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e6)));
  fc.assert(
    fc.property(moves, (all) => {
      const move = openClock();
      let last = 1000;
      for (const [wallMs, monotonicMs] of all) {
        const now = move(wallMs, monotonicMs);
        expect(now).toBeGreaterThanOrEqual(last + monotonicMs);
        last = now;
      }
    }),
  );
});

test("reads neither clock before it is asked for the time: pages are rendered before", () => {
  const read = (): never => {
    throw new Error("read");
  };
  expect(() => createSteadyClock(read, read)).not.toThrow();
});
