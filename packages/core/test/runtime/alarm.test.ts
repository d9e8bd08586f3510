import { expect, test, vi } from "vitest";
import { createManualClock } from "../../src/environment/memory/manual-clock.ts";
import { createServerEnvironment } from "../../src/environment/server.ts";
import { createAlarm } from "../../src/runtime/alarm.ts";

const START = Date.UTC(2026, 0);
const DAY_MS = 24 * 3_600_000;

function openAlarm() {
  const clock = createManualClock(START);
  const delays: number[] = [];
  const onRing = vi.fn<() => void>();
  const schedule = (task: () => void, delayMs: number): (() => void) => {
    delays.push(delayMs);
    return clock.schedule(task, delayMs);
  };
  const environment = { ...createServerEnvironment(), now: clock.wall, schedule };
  return { clock, delays, onRing, set: createAlarm(environment, onRing) };
}

test("rings once at its time, not before", async () => {
  const { clock, onRing, set } = openAlarm();
  set(START + 1000);
  await clock.advance(999);
  expect(onRing).not.toHaveBeenCalled();
  await clock.advance(1);
  await clock.advance(100_000);
  expect(onRing).toHaveBeenCalledOnce();
});

test("rings after 30 days, though timers overflow after 24.8", async () => {
  const { clock, delays, onRing, set } = openAlarm();
  set(START + 30 * DAY_MS);
  expect(Math.max(...delays)).toBeLessThan(2 ** 31);
  clock.step(30 * DAY_MS - 60_000);
  await clock.advance(59_999);
  expect(onRing).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(onRing).toHaveBeenCalledOnce();
  expect(Math.max(...delays)).toBeLessThanOrEqual(60_000);
});

test("checks the clock each minute, and does not ring before its time", async () => {
  const { clock, onRing, delays, set } = openAlarm();
  set(START + 150_000);
  await clock.advance(149_999);
  expect(onRing).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(onRing).toHaveBeenCalledOnce();
  expect(delays).toEqual([60_000, 60_000, 30_000]);
});

test("rings within a minute of awakening, if its time has come in sleep", async () => {
  const { clock, onRing, set } = openAlarm();
  set(START + DAY_MS);
  clock.step(2 * DAY_MS);
  await clock.advance(60_000);
  expect(onRing).toHaveBeenCalledOnce();
});

test.each([START - 1000, -Infinity, START])(
  "rings at once for a time that has come: %d",
  async (at) => {
    const { clock, onRing, delays, set } = openAlarm();
    set(at);
    expect(onRing).not.toHaveBeenCalled();
    await clock.advance(0);
    expect(onRing).toHaveBeenCalledOnce();
    expect(delays).toEqual([0]);
  },
);

test("Infinity never rings, and cancels the alarm", () => {
  const { clock, set } = openAlarm();
  set(Infinity);
  set(START + 1000);
  set(Infinity);
  expect(clock.pendingTimers()).toBe(0);
});

test("a new time replaces the one before", async () => {
  const { clock, onRing, set } = openAlarm();
  set(START + 1000);
  set(START + 5000);
  expect(clock.pendingTimers()).toBe(1);
  await clock.advance(4999);
  expect(onRing).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(onRing).toHaveBeenCalledOnce();
});
