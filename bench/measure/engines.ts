import type { Engine } from "../../tests/lab/engines/drivers/driver.ts";
import { firefox } from "../../tests/lab/engines/drivers/firefox.ts";
import { webkit } from "../../tests/lab/engines/drivers/webkit.ts";
import { type Findings, readResults, type Row } from "../results.ts";
import { measureEngine, ROUNDS } from "./one-engine.ts";

/** What was found of an engine, now or when it was there the last time. */
interface Found {
  rows: Row[];
  /** What the note says of it. */
  remark: string;
}

/** What an earlier run has found of an engine that this machine lacks. */
function recall(prefix: string): Row[] {
  const tables = readResults().sections["engines"]?.tables ?? [];
  return tables.flatMap(({ rows }) => rows).filter(({ what }) => what.startsWith(prefix));
}

async function find(engine: Engine): Promise<Found> {
  const { name } = engine;
  const prefix = `${name}: `;
  const missing = engine.missing();
  if (missing) {
    process.stdout.write(`${missing} Its figures stay as they are … `);
    return { rows: recall(prefix), remark: `${name} (not there; its figures are older)` };
  }
  const { version, rows } = await measureEngine(engine);
  return {
    rows: rows.map(({ what, figures }) => ({ what: prefix + what, figures })),
    remark: `${name} ${/[\d.]+/.exec(version)?.[0] ?? version}`,
  };
}

/** Requests, reach and faults where the engine is not Chromium's. */
export async function measureEngines(): Promise<Findings> {
  const found = [await find(firefox), await find(webkit)];
  const engines = found.map(({ remark }) => remark).join(" and ");
  return {
    tables: [
      {
        title: "The same in Firefox and WebKit",
        note: `In ${engines}, by the same code, pages and servers as in Chromium: session requests and tabs as under "Requests", milliseconds as under "Time until all tabs show it", and what pages say as under "Faults". Each tab is a window of its own there. One client is timed after the other, in ${ROUNDS} rounds, of which the 95th percentile is the greatest; a page's clock ticks each millisecond, and the drivers' own work is in the times: compare them within an engine. WebKit tells a tab that storage has changed only once its page has used storage, which better-auth's does not do before a sign-out of its own. A page copes that says Ada while polls fail and afterwards, Grace when she has signed in, signed out when the user has left or the session has ended, and no longer loading where the first read hangs.`,
        rows: found.flatMap(({ rows }) => rows),
      },
    ],
    charts: [],
  };
}
