import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What came of the rules in one engine. */
export interface EngineResult {
  engine: string;
  version: string;
  dialect: string;
  /** By rule: "passed", "FAILED", or why it cannot be. */
  outcomes: Record<string, string>;
}

const folder = join(import.meta.dirname, "../reports/engines");

/** Forgets what earlier runs have found. */
export function clearResults(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Keeps what was found, for the table. */
export function writeResult(result: EngineResult): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.engine}.json`), JSON.stringify(result, null, 2));
}

/** What this run has found. */
export function readResults(): EngineResult[] {
  const paths = globSync(join(folder, "*.json")).toSorted();
  return paths.map((path) => JSON.parse(readFileSync(path, "utf8")));
}

/** A table of engines and rules; what cannot be is a number, and explained below. */
export function drawTable(results: EngineResult[], rules: string[]): string {
  const reasons: string[] = [];
  const cellOf = (outcome = "not run"): string => {
    if (!outcome.startsWith("cannot")) return outcome;
    if (!reasons.includes(outcome)) reasons.push(outcome);
    return `cannot [${reasons.indexOf(outcome) + 1}]`;
  };
  const rows = [
    results.map(({ engine }) => engine),
    results.map(({ dialect }) => `server ${dialect}`),
    ...rules.map((rule) => results.map(({ outcomes }) => cellOf(outcomes[rule]))),
  ];
  const names = ["", "", ...rules];
  const lines = rows.map((cells, index) =>
    [...cells.map((cell) => cell.padEnd(13)), names[index]].join(" ").trimEnd(),
  );
  return [
    ...lines,
    ...reasons.map((reason, index) => `[${index + 1}] ${reason}`),
    ...results.map(({ engine, version }) => `${engine}: ${version}`),
  ].join("\n");
}
