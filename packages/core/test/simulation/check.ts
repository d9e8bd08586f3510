import * as fc from "fast-check";
import { scenariosOf, type Scenario } from "./scenario.ts";
import { simulate } from "./simulate.ts";

/** Which runs to make. */
export interface CheckOptions {
  readonly runs: number;
  readonly seed: number;
  /** The one run to repeat, as a failure has named it. */
  readonly path: string;
}

/** Reads `SIMULATION_RUNS`, `SIMULATION_SEED` and `SIMULATION_PATH`. */
export function readOptions(defaultRuns: number): CheckOptions {
  const { SIMULATION_RUNS, SIMULATION_SEED, SIMULATION_PATH = "" } = process.env;
  return {
    runs: Number(SIMULATION_RUNS ?? defaultRuns),
    seed: Number(SIMULATION_SEED ?? 1),
    path: SIMULATION_PATH,
  };
}

function print({ steps, ...world }: Scenario): string {
  return [JSON.stringify(world), ...steps.map((step) => `  ${JSON.stringify(step)}`)].join("\n");
}

/**
 * Simulates as many browsers as it is told to, with servers of one kind.
 *
 * @throws Error with seed, path, timeline and scenario of the smallest run found that breaks a law
 */
export async function checkSimulations(
  strategy: Scenario["strategy"],
  { runs, seed, path }: CheckOptions,
): Promise<void> {
  const property = fc.asyncProperty(scenariosOf(strategy), async (scenario) => {
    await simulate(scenario);
  });
  const details = await fc.check(property, { numRuns: runs, seed, path, endOnFailure: !!path });
  if (!details.failed) return;
  const { errorInstance, counterexample, counterexamplePath, numRuns } = details;
  const again = `SIMULATION_SEED=${seed} SIMULATION_PATH=${counterexamplePath}`;
  throw new Error(
    [
      `Run ${numRuns} with a ${strategy} server breaks a law. Again, with ${again}`,
      errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
      counterexample ? print(counterexample[0]) : "",
    ].join("\n\n"),
  );
}
