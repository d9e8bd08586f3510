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

/** Keeps what was found in a share of the rules, for the table. */
export function writeResult(result: EngineResult, share: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.engine}-${share}.json`), JSON.stringify(result, null, 2));
}

/** What this run has found, with the shares of an engine put together. */
export function readResults(): EngineResult[] {
  const results = new Map<string, EngineResult>();
  for (const path of globSync(join(folder, "*.json")).toSorted()) {
    const share = JSON.parse(readFileSync(path, "utf8")) as EngineResult;
    const outcomes = { ...results.get(share.engine)?.outcomes, ...share.outcomes };
    results.set(share.engine, { ...share, outcomes });
  }
  return [...results.values()];
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
