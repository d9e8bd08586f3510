import type { Results, Section, Table } from "../results.ts";
import { drawAhead, show } from "./ahead.ts";

/** A Markdown table of rows of cells, padded as the formatter does it. */
export function drawTable([head, ...body]: [string[], ...string[][]]): string {
  const all = [head, ...body];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** A table of findings, with its heading and note. */
export function drawFindings({ title, note, rows }: Table): string {
  const names = Object.keys(rows[0]?.figures ?? {});
  const head = ["", ...names];
  const body = rows.map(({ what, figures }) => [
    what,
    ...names.map((it) => show(figures[it] ?? null)),
  ]);
  return `### ${title}\n\n${note}\n\n${drawTable([head, ...body])}`;
}

function drawSection({ title, tables, charts, ...section }: Section): string {
  const [before, after] = section.loadAverage.map((it) => it.toFixed(1));
  const at = section.commit ? ` at ${section.commit}` : "";
  const conditions = `Measured on ${section.measuredAt.slice(0, 10)}${at} in ${section.seconds} s; load average ${before} before, ${after} after.`;
  const images = charts.map((it) => `![${it.title}, in ${it.unit}](charts/${it.file})`);
  return [`## ${title}`, conditions, ...tables.map(drawFindings), ...images].join("\n\n");
}

/** The whole report. */
export function drawReport({ machine, sections }: Results): string {
  const intro = `# Results

Written by \`pnpm bench\`; [results.json](results.json) has the same figures for programs. [README.md](README.md) says how they are made, and what was not measured.

Node ${machine.node}, ${machine.cores} cores. The load average is that of the whole machine, the browsers that are measured included; what was there before the first section is other work. Times suffer from it, for all clients alike; counts of bytes, requests and renders do not. Each section names the commit that was measured; a \`+\` after it says that files differed from that commit.`;
  const results = { machine, sections };
  return `${[intro, ...Object.values(sections).map(drawSection), drawAhead(results)].join("\n\n")}\n`;
}
