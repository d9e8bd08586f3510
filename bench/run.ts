import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { type Measurement, measurements } from "./measure/index.ts";
import { describeCommit } from "./commit.ts";
import { isTrial } from "./measure/effort.ts";
import { drawFindings, drawReport } from "./report/markdown.ts";
import { fillIn } from "./report/readme.ts";
import { drawChart } from "./report/svg.ts";
import { readResults, type Results, type Section } from "./results.ts";

const here = (path: string): URL => new URL(path, import.meta.url);
// Once: it is what all of this run is made from.
const commit = describeCommit();
const loadOfLastMinute = (): number => loadavg()[0] ?? 0;

async function take({ title, measure }: Measurement): Promise<Section> {
  const startedAt = performance.now();
  const before = loadOfLastMinute();
  const findings = await measure();
  return {
    title,
    measuredAt: new Date().toISOString(),
    commit,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    loadAverage: [before, loadOfLastMinute()],
    ...findings,
  };
}

function readSections(): Results["sections"] {
  try {
    return readResults().sections;
  } catch {
    return {};
  }
}

/** Those that have been measured, in the order of the report. */
function inOrder(found: Results["sections"]): Results["sections"] {
  const entries = Object.keys(measurements).flatMap((name) => {
    const section = found[name];
    return section ? [[name, section] as const] : [];
  });
  return Object.fromEntries(entries);
}

function writeAll(found: Results["sections"]): void {
  const machine = { node: process.version, cores: availableParallelism() };
  const results: Results = { machine, sections: inOrder(found) };
  mkdirSync(here("charts/"), { recursive: true });
  writeFileSync(here("results.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(here("RESULTS.md"), drawReport(results));
  for (const chart of Object.values(results.sections).flatMap((it) => it.charts)) {
    writeFileSync(here(`charts/${chart.file}`), drawChart(chart));
  }
  const readme = here("../README.md");
  writeFileSync(readme, fillIn(readFileSync(readme, "utf8"), results));
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const asked = process.argv.slice(2).filter((it) => it !== "--try");
const unknown = asked.filter((name) => !(name in measurements));
if (unknown.length) {
  throw new Error(`No such measurement: ${unknown}. There are: ${Object.keys(measurements)}.`);
}

const found = readSections();
let seconds = 0;
for (const [name, measurement] of Object.entries(measurements)) {
  if (asked.length && !asked.includes(name)) continue;
  process.stdout.write(`${name} … `);
  const section = await take(measurement);
  found[name] = section;
  seconds += section.seconds;
  say(`${section.seconds} s, load average ${section.loadAverage.map((it) => it.toFixed(1))}`);
  if (isTrial) for (const table of section.tables) say(`\n${drawFindings(table)}\n`);
  // What comes next may fail, and takes minutes.
  else writeAll(found);
}
say(`${seconds} s in all`);
