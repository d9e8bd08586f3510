import { type Bench, type BenchWorld, withBench } from "../browser/bench-world.ts";
import { clients } from "../clients.ts";
import type { Figure, Row } from "../results.ts";

/** Notes one figure of one client; a later one replaces it. */
export type Note = (what: string, figure: Figure) => void;

/** Gathers the figures of clients, in whichever order they are found. */
export interface RowCollector {
  noteFor(client: string): Note;
  readonly rows: Row[];
}

export function createRowCollector(): RowCollector {
  const rows: Row[] = [];

  function rowOf(what: string): Row {
    const known = rows.find((row) => row.what === what);
    if (known) return known;
    // The columns are always in the same order.
    const row: Row = { what, figures: Object.fromEntries(clients.map(({ name }) => [name, null])) };
    rows.push(row);
    return row;
  }

  return {
    rows,
    noteFor: (client) => (what, figure) => {
      rowOf(what).figures[client] = figure;
    },
  };
}

/** The rows of one table, from what `run` notes of each client in a Chromium of its own. */
export async function collectRows(
  run: (bench: Bench, noteFor: (world: BenchWorld) => Note) => Promise<void>,
): Promise<Row[]> {
  const { noteFor, rows } = createRowCollector();
  await withBench((bench) => run(bench, ({ name }) => noteFor(name)));
  return rows;
}
