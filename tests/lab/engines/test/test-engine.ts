import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { abilities } from "../abilities.ts";
import type { Ability, Engine, EngineBrowser } from "../drivers/driver.ts";
import { type Plant, plants } from "../plants.ts";
import { type EngineResult, writeResult } from "../results.ts";
import type { Rule, RuleContext } from "../rules/rule.ts";
import { rules } from "../rules/rules.ts";
import { withPatience } from "../until.ts";
import { createWorld, type World } from "../world.ts";

/** A planted fault has its rule wait in vain. */
const PLANT_PATIENCE_MS = 20_000;

/** What keeps a rule from being tried, and why. */
function obstacleOf({ cannot }: Engine, { needs = [] }: Rule): string | undefined {
  const ability = needs.find((it) => cannot[it]);
  return ability && `cannot: ${cannot[ability]}`;
}

/** Tries all rules on an engine. */
export function testEngine(engine: Engine): void {
  const { name, dialect, cannot } = engine;

  describe.skipIf(engine.missing()).concurrent(`${name}`, () => {
    let browser: EngineBrowser;
    const result: EngineResult = { engine: name, version: "", dialect, outcomes: {} };
    beforeAll(async () => {
      browser = await engine.launch();
      result.version = browser.version;
    });
    afterAll(async () => {
      writeResult(result);
      await browser?.close();
    });

    /** Opens worlds, and closes them when all is over. */
    async function withWorlds(
      task: (create: RuleContext["createWorld"]) => Promise<void>,
      plant?: Plant,
    ): Promise<void> {
      const worlds: World[] = [];
      const create: RuleContext["createWorld"] = async (spoken = dialect) => {
        const world = await createWorld(browser, spoken, plant);
        worlds.push(world);
        return world;
      };
      try {
        await task(create);
        expect(
          worlds.flatMap((it) => it.complaints()),
          "errors of the pages",
        ).toEqual([]);
      } finally {
        for (const world of worlds) await world.close();
      }
    }

    async function tryRule(rule: Rule, create: RuleContext["createWorld"]): Promise<void> {
      const note = (figure: string): void => console.log(`${name}: ${figure}`);
      await rule.run({ engine, world: await create(), createWorld: create, note });
    }

    // First, beside the rules, since what fails is waited for.
    for (const plant of plants) {
      const rule = rules.find((it) => it.name === plant.rule)!;
      if (obstacleOf(engine, rule)) continue;
      test(`a fault is noticed: ${plant.name}`, { concurrent: !rule.isAlone }, async () => {
        const outcome = withPatience(PLANT_PATIENCE_MS, () =>
          withWorlds((create) => tryRule(rule, create), plant),
        );
        const seen = await outcome.then(() => "nothing", String);
        console.log(`${name}, planted: ${plant.name}\n  ${seen.split("\n", 1)[0]}`);
        expect(seen).toMatch(plant.complaint);
      });
    }

    for (const rule of rules) {
      const obstacle = obstacleOf(engine, rule);
      if (obstacle) result.outcomes[rule.name] = obstacle;
      if (obstacle) continue;
      test(rule.name, { concurrent: !rule.isAlone }, async () => {
        result.outcomes[rule.name] = "FAILED";
        await withWorlds((create) => tryRule(rule, create));
        result.outcomes[rule.name] = "passed";
      });
    }

    // By now an engine may have learnt it.
    for (const ability of Object.keys(cannot) as Ability[]) {
      test(`${cannot[ability]}`, { concurrent: false }, () =>
        withWorlds(async (create) =>
          expect(await abilities[ability](await create(), engine), ability).toBe(false),
        ),
      );
    }
  });
}
