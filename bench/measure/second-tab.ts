import type { Page } from "@playwright/test";
import { expectUser, shownIn } from "../../tests/lab/e2e/tabs.ts";
import { letTimePass } from "../../tests/lab/engines/until.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import type { Findings } from "../results.ts";
import { rounds } from "./effort.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { describeSpread } from "./spread.ts";

const ROUNDS = rounds(5);
const LATENCIES_MS = [0, 100];
/** For what the other tab asks when one opens. */
const QUIET_MS = 100;

/** Milliseconds from the start of the navigation until the page shows somebody. */
async function msUntilShown(tab: Page): Promise<number> {
  const shown = (await shownIn(tab)).find(({ user }) => user !== null);
  if (!shown) throw new Error(`The page ${tab.url()} has never shown a user.`);
  return shown.at - (await tab.evaluate(() => performance.timeOrigin));
}

async function openSecond({ open, path }: BenchWorld): Promise<number> {
  const tab = await open(path);
  await expectUser([tab], "ada");
  const ms = await msUntilShown(tab);
  await tab.close();
  return ms;
}

async function prepare(world: BenchWorld, note: Note): Promise<() => Promise<void>> {
  await world.signInBehindTheScenes("ada");
  await expectUser([await world.open(world.path)], "ada");
  const all = LATENCIES_MS.map((latencyMs) => ({ latencyMs, times: [] as number[] }));
  const openWith = async (latencyMs: number): Promise<number> => {
    world.server.latencyMs = latencyMs;
    const ms = await openSecond(world);
    await letTimePass(latencyMs + QUIET_MS);
    return ms;
  };
  return async () => {
    // The first after other clients' turns finds caches and processors cold.
    await openWith(0);
    for (const { latencyMs, times } of all) {
      times.push(await openWith(latencyMs));
    }
    // Neither is always the first.
    all.reverse();
    for (const { latencyMs, times } of all.toSorted((a, b) => a.latencyMs - b.latencyMs)) {
      note(`auth server with ${latencyMs} ms of latency`, describeSpread(times));
    }
  };
}

/** How long a tab takes that opens beside another one. */
export async function measureSecondTab(): Promise<Findings> {
  const rows = await collectRows(({ takeTurns }, noteFor) =>
    takeTurns(ROUNDS, (world) => prepare(world, noteFor(world))),
  );
  return {
    tables: [
      {
        title: "From opening a second tab until it shows the session, in ms",
        note: `Median (least to most) of ${ROUNDS} tabs, from the start of the navigation: page and script are loaded, without latency, by then. Each turn of a client begins with a tab that is not counted, and the two rows change their order from round to round. No session is rendered by a server.`,
        rows,
      },
    ],
    charts: [],
  };
}
