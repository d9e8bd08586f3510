import { engines } from "./engines.ts";
import { clearResults, drawTable, readResults } from "./results.ts";
import { rules } from "./rules/rules.ts";

/** Has the run print what came of each rule in each engine, when all is over. */
export default function setup(): () => void {
  clearResults();
  return () => {
    const names = rules.map(({ name }) => name);
    console.log(`\nEngines and rules\n${drawTable(readResults(), names)}`);
    for (const { name, missing } of engines) {
      const reason = missing();
      if (reason) console.log(`!! NOT RUN, and so not passed: ${name}. ${reason}`);
    }
  };
}
