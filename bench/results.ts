import { readFileSync } from "node:fs";

/** A number, several as "median (p95)", or words where there is no number; `null`: not measured. */
export type Figure = number | string | null;

/** One thing that was measured, of each client. */
export interface Row {
  what: string;
  figures: Record<string, Figure>;
}

export interface Table {
  title: string;
  /** How it was measured, and what the numbers are. */
  note: string;
  rows: Row[];
}

/** Lines over time. */
export interface LineChart {
  kind: "lines";
  file: string;
  title: string;
  /** Seconds between two points. */
  stepSeconds: number;
  unit: string;
  lines: Record<string, number[]>;
  /** When something is amiss, in seconds, and what it is. */
  fault?: { from: number; until: number; text: string };
  /** A level to compare with, in the unit of the lines. */
  level?: { at: number; text: string };
}

/** One bar for each client. */
export interface BarChart {
  kind: "bars";
  file: string;
  title: string;
  unit: string;
  bars: Record<string, number>;
}

export type Chart = LineChart | BarChart;

/** What one measurement has found. */
export interface Findings {
  tables: Table[];
  charts: Chart[];
}

/** Findings, and under which conditions they were found. */
export interface Section extends Findings {
  title: string;
  measuredAt: string;
  /** The commit, with a `+` where files differed from it; not kept by those who measured first. */
  commit?: string;
  seconds: number;
  /** Of the last minute, before and after: above the number of cores, times are not to be trusted. */
  loadAverage: [before: number, after: number];
}

export interface Results {
  machine: { node: string; cores: number };
  sections: Record<string, Section>;
}

const file = new URL("results.json", import.meta.url);

/** What was measured last. */
export function readResults(): Results {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * A figure by the words that the tables use.
 *
 * @throws Error if there is none: a name has changed
 */
export function figureOf(results: Results, section: string, what: string, client: string): Figure {
  const rows = results.sections[section]?.tables.flatMap((table) => table.rows) ?? [];
  const row = rows.find((it) => it.what === what);
  if (!row) throw new Error(`results.json has no "${what}" in "${section}": run pnpm bench.`);
  return row.figures[client] ?? null;
}
