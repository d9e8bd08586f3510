import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engines } from "./engines.ts";
import { clearResults, drawTable, type EngineResult, readResults } from "./results.ts";
import { rules } from "./rules/rules.ts";

const names = rules.map(({ name }) => name);

/** Has the run print what came of each rule in each engine, when all is over. */
export default function setup(): () => void {
  clearResults();
  // Browsers leave their profiles behind if they are interrupted.
  const folder = mkdtempSync(join(tmpdir(), "sojourn-engines-"));
  process.env["TMPDIR"] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    const results = readResults();
    const lacking = engines.filter(({ name }) => !results.some(({ engine }) => engine === name));
    const notRun = lacking.map((engine): EngineResult => ({
      engine: engine.name,
      version: `NOT RUN, and so not passed. ${engine.missing() ?? ""}`,
      dialect: engine.dialect,
      outcomes: Object.fromEntries(names.map((name) => [name, "NOT RUN"])),
    }));
    console.log(`\nEngines and rules\n${drawTable([...results, ...notRun], names)}`);
  };
}
