import { expect, test } from "vitest";
import { createBackend, TIMED_OUT, TIMEOUT_MS } from "../scale/backend.ts";
import { policies } from "../scale/policies/index.ts";
import { createRandom, drawOpenings } from "../scale/population.ts";
import {
  FAULT_AT_S,
  million,
  scenarios,
  summarize,
  summarizeSteady,
  UNTIL_S,
} from "../scale/scenarios.ts";
import { simulate } from "../scale/simulate.ts";

/** Enough for means; the most in one second is partly chance. */
const few = { ...million, sampled: 1000 };
const pollsPerSecond = million.users / (million.pollMs / 1000);

test.each([
  {
    scenario: scenarios[0]!,
    timesMeanwhile: 2.8,
    timesCapacity: 1.1,
    drainSeconds: 0,
    recovery: 43,
  },
  {
    scenario: scenarios[1]!,
    timesMeanwhile: 1.7,
    timesCapacity: 1.2,
    drainSeconds: 0,
    recovery: 43,
  },
])(
  "$scenario.name: Sojourn asks once per person and poll, and signs nobody out",
  async ({ scenario, ...most }) => {
    const run = { population: few, seed: 1, fault: scenario.fault, untilMs: UNTIL_S * 1000 };
    const summary = summarize(await simulate(policies["Sojourn"]!, run), scenario);
    const { steady, during, peakAfter } = summary;

    expect(summary.signedOutShare, "share of people who are signed out").toBe(0);
    expect(steady / pollsPerSecond, "requests per person and poll").toBeLessThan(1.1);
    expect(steady / pollsPerSecond, "they do poll").toBeGreaterThan(0.9);
    expect(during / steady, "times the steady load, while all is refused").toBeLessThan(
      most.timesMeanwhile,
    );
    expect(
      peakAfter / few.capacityPerSecond,
      "times the capacity, in the busiest second after it",
    ).toBeLessThanOrEqual(most.timesCapacity);
    expect(summary.drainSeconds, "seconds until nobody waits for long").toBeLessThanOrEqual(
      most.drainSeconds,
    );
    expect(summary.recoverySeconds, "seconds until 95 % have an answer").toBeLessThanOrEqual(
      most.recovery,
    );
  },
);

test("the models ask as often as next-auth does: for every tab at each poll of any tab", async () => {
  const population = { ...few, capacityPerSecond: Infinity };
  const steadyOf = async (name: string): Promise<number> => {
    const run = { population, seed: 1, untilMs: FAULT_AT_S * 1000 };
    const { load } = await simulate(policies[name]!, run);
    return summarizeSteady(load, million.users).mean / pollsPerSecond;
  };
  // The means of n² and n² + n, for 1 to 5 tabs.
  expect(await steadyOf("next-auth 4")).toBeCloseTo(11, 0);
  expect(await steadyOf("next-auth 5")).toBeCloseTo(14, 0);
});

test("what is above the capacity waits for the next second, and gives up after ten", () => {
  let now = 0;
  const backend = createBackend(() => now, 10);
  const askTimes = (times: number) => Array.from({ length: times }, () => backend.ask()).at(-1);

  expect(askTimes(10)).toEqual({ status: 200, afterMs: 50 });
  expect(askTimes(6)).toEqual({ status: 200, afterMs: 550 });
  now = 1000;
  expect(askTimes(1), "it finds six").toEqual({ status: 200, afterMs: 650 });
  now = 2000;
  expect(askTimes(1), "all have been answered").toEqual({ status: 200, afterMs: 50 });
  expect(askTimes(200), "too many").toEqual({ status: TIMED_OUT, afterMs: TIMEOUT_MS });
  expect(backend.queueOf(4), "who gives up is not begun").toEqual([6, 0, 101, 91]);
});

test("who opens tabs when depends on the seed alone", () => {
  const draw = (seed: number) => drawOpenings({ ...few, sampled: 5 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(1).map((opensAtMs) => opensAtMs.length)).toEqual([1, 2, 3, 4, 5]);
});
