import { expect, test } from "vitest";
import { policies } from "../scale/policies/index.ts";
import { judge, million, scenarios, UNTIL_S } from "../scale/scenarios.ts";
import { simulate } from "../scale/simulate.ts";

/** Enough for means; the most in one second would be chance. */
const few = { ...million, sampled: 1000 };
const pollsPerSecond = million.users / (million.pollMs / 1000);

test.each(scenarios)(
  "$name: Sojourn asks once per person and poll, and signs nobody out",
  async (scenario) => {
    const outcome = await simulate(policies["Sojourn"]!, few, scenario.fault, UNTIL_S * 1000);
    const { steady, during, drainSeconds, recoverySeconds, signedOutShare } = judge(
      outcome,
      scenario,
    );

    expect(signedOutShare, "share of people who are signed out").toBe(0);
    expect(steady / pollsPerSecond, "requests per person and poll").toBeLessThan(1.1);
    expect(steady / pollsPerSecond, "they do poll").toBeGreaterThan(0.9);
    expect(during / steady, "times the steady load, while all is refused").toBeLessThan(6);
    expect(drainSeconds, "seconds until load is as before").toBeLessThanOrEqual(120);
    expect(recoverySeconds, "seconds until 95 % have an answer").toBeLessThanOrEqual(60);
  },
);

test("the models ask as often as next-auth does: for every tab at each poll of any tab", async () => {
  const [outage] = scenarios;
  const steadyOf = async (name: string): Promise<number> => {
    const outcome = await simulate(policies[name]!, few, outage!.fault, UNTIL_S * 1000);
    return judge(outcome, outage!).steady / pollsPerSecond;
  };
  // The means of n² and n² + n, for 1 to 5 tabs.
  expect(await steadyOf("next-auth 4")).toBeCloseTo(11, 0);
  expect(await steadyOf("next-auth 5")).toBeCloseTo(14, 0);
});
