import { expect } from "@playwright/test";
import { expectUser } from "../../tests/lab/e2e/tabs.ts";
import { letTimePass } from "../../tests/lab/engines/until.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import type { Findings } from "../results.ts";
import { watchMainThread } from "./devtools.ts";
import { rounds } from "./effort.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { describeSpread } from "./spread.ts";

const CONSUMERS = 1000;
const POLLS = rounds(5);
/** Of the second between two polls: by then a poll has been dealt with. */
const SETTLED_MS = 500;

async function measurePolls(world: BenchWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const tab = await world.open(`${world.path}?consumers=${CONSUMERS}&refetchInterval=1`);
  await expectUser([tab], "ada");
  const busyMs = await watchMainThread(tab);
  const reads = (): number => world.server.sessionReads().length;
  const costs: number[] = [];
  let before = Number.NaN;
  // The first round only waits until a poll is over.
  for (let poll = 0; poll <= POLLS; poll += 1) {
    const known = reads();
    await expect.poll(reads, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(known);
    await letTimePass(SETTLED_MS);
    const now = await busyMs();
    if (poll > 0) costs.push(now - before);
    before = now;
  }
  note("one poll that changes nothing", describeSpread(costs, 1));
}

/** What a poll costs the page. */
export async function measurePollCost(): Promise<Findings> {
  const rows = await collectRows(({ each }, noteFor) =>
    each((world) => measurePolls(world, noteFor(world)), 3),
  );
  return {
    tables: [
      {
        title: `A poll's cost for the main thread, with ${CONSUMERS.toLocaleString("en-US")} components, in ms`,
        note: `Median (least to most) of ${POLLS} polls, one each second: processor time of all tasks of the page's main thread between two polls, as DevTools count it. next-auth 5 reads the session twice for each, and SWR polls each 2 s: by default it asks no more often.`,
        rows,
      },
    ],
    charts: [],
  };
}
