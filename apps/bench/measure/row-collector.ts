import type { Figure, Row } from "../results.ts";

/** Notes one figure of one client. */
export type Note = (what: string, figure: Figure) => void;

/** Gathers the figures of clients that are measured one after the other. */
export interface RowCollector {
  noteFor(client: string): Note;
  readonly rows: Row[];
}

export function createRowCollector(): RowCollector {
  const rows: Row[] = [];
  return {
    rows,
    noteFor: (client) => (what, figure) => {
      const known = rows.find((row) => row.what === what);
      if (known) known.figures[client] = figure;
      else rows.push({ what, figures: { [client]: figure } });
    },
  };
}
