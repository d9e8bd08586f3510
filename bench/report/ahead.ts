import type { Figure, Results, Row } from "../results.ts";

const SOJOURN = "Sojourn";
/** Where more is better; elsewhere less is. */
const MORE_IS_BETTER = /tabs that show it|page copes with|\bin Node\b/;
/** What is neither good nor bad in itself: what a client asks while its users are signed out, say. */
const NO_MERIT = /^(outage|deploy): .*\bbefore$/;
/** Who is signed out asks for nothing, and is in nobody's way. */
const SIGNED_OUT = ["next-auth 4", "next-auth 5"];
const OF_THE_SIGNED_IN = /^(outage|deploy): /;

/** A figure as tables show it. */
export function show(figure: Figure): string {
  if (figure === null) return "not measured";
  return typeof figure === "number" ? figure.toLocaleString("en-US") : figure;
}

/** Without the least and the most. */
export const withoutRange = (figure: Figure): string => show(figure).replace(/ \(.*\)$/, "");

/** The number that a figure begins with; `NaN` for words. */
export function numberOf(figure: Figure): number {
  return typeof figure === "number"
    ? figure
    : Number.parseFloat(withoutRange(figure).replaceAll(",", ""));
}

/** Whether a text of "1 of 10 tabs show it" or "40, not all tabs got there" takes a figure out. */
const isWhole = (figure: Figure): boolean => !/ tabs /.test(show(figure));

function listAhead({ what, figures }: Row, isMoreBetter: boolean): string[] {
  const own = numberOf(figures[SOJOURN] ?? null);
  const isAhead = (figure: Figure): boolean => {
    const other = numberOf(figure);
    // Below zero is what has ended besides.
    const isBetter = isMoreBetter ? other > own : other < own && own > 0;
    return isBetter && isWhole(figure);
  };
  return Object.entries(figures)
    .filter(([name]) => !(OF_THE_SIGNED_IN.test(what) && SIGNED_OUT.includes(name)))
    .filter(([name, figure]) => name !== SOJOURN && isAhead(figure))
    .map(([name, figure]) => `${name} ${withoutRange(figure)}`);
}

/** A line for each figure of all tables that is better with somebody else. */
export function drawAhead({ sections }: Results): string {
  const tables = Object.values(sections).flatMap((section) => section.tables);
  const items = tables.flatMap(({ title, rows }) =>
    rows.flatMap((row) => {
      if (!(SOJOURN in row.figures) || NO_MERIT.test(row.what)) return [];
      const isMoreBetter = MORE_IS_BETTER.test(`${title} ${row.what}`);
      const ahead = listAhead(row, isMoreBetter);
      const own = withoutRange(row.figures[SOJOURN] ?? null);
      return ahead.length ? [`- ${title}: ${row.what}: ${own} (${ahead.join(", ")})`] : [];
    }),
  );
  return `## Where peers are ahead\n\nAll figures above that are better with a peer, beyond the spread or within it. What next-auth does not ask while its users are signed out is no merit, and left out.\n\n${items.join("\n")}`;
}
