import { engines } from "./engines.ts";
import { clearResults, drawTable, type EngineResult, readResults } from "./results.ts";
import { rules } from "./rules/rules.ts";

const names = rules.map(({ name }) => name);

/** Has the run print what came of each rule in each engine, when all is over. */
export default function setup(): () => void {
  clearResults();
  return () => {
    const lacking = engines.filter(({ missing }) => missing());
    const notRun = lacking.map((engine): EngineResult => ({
      engine: engine.name,
      version: `NOT RUN, and so not passed. ${engine.missing()}`,
      dialect: engine.dialect,
      outcomes: Object.fromEntries(names.map((name) => [name, "NOT RUN"])),
    }));
    console.log(`\nEngines and rules\n${drawTable([...readResults(), ...notRun], names)}`);
  };
}
