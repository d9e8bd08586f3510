import type { Page } from "@playwright/test";
import { expectUser, sightsOf, signIn, signOut } from "../../lab/e2e/tabs.ts";
import { letTimePass } from "../../lab/e2e/world.ts";
import type { Findings } from "../results.ts";
import { type BenchWorld, withWorlds } from "./bench-world.ts";
import { createRowCollector, type Note } from "./row-collector.ts";

const TABS = 10;
const ROUNDS = 11;
const PATIENCE_MS = 1000;

/** Milliseconds from the call until the last tab shows it; `undefined` where one does not. */
async function reach(tabs: Page[], calledAt: number, text: string): Promise<number | undefined> {
  await letTimePass(PATIENCE_MS);
  const all = await Promise.all(tabs.map(sightsOf));
  const last = all.map((sights) => sights.at(-1));
  if (last.some((sight) => (sight?.user ?? sight?.status) !== text)) return undefined;
  return Math.max(...last.map((sight) => sight?.at ?? 0)) - calledAt;
}

function describe(times: (number | undefined)[]): string {
  const sorted = times.filter((it) => it !== undefined).toSorted((a, b) => a - b);
  if (sorted.length < times.length)
    return `not all tabs, in ${times.length - sorted.length} of ${times.length}`;
  const at = (share: number): string =>
    (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0);
  return `${at(0.5)} (${at(0.95)})`;
}

async function measureRounds(world: BenchWorld, note: Note): Promise<void> {
  const tabs = await world.openTabs(TABS, world.path);
  await expectUser(tabs, null);
  const [tab] = tabs;
  const enters: (number | undefined)[] = [];
  const leaves: (number | undefined)[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    enters.push(await reach(tabs, await signIn(tab, "ada"), "Ada Lovelace"));
    // Those that have not heard of it are told, so that all have something to hear.
    if (enters.at(-1) === undefined) await Promise.all(tabs.slice(1).map((it) => it.reload()));
    await expectUser(tabs, "ada");
    await letTimePass(200);
    leaves.push(await reach(tabs, await signOut(tab), "unauthenticated"));
    if (leaves.at(-1) === undefined) await Promise.all(tabs.slice(1).map((it) => it.reload()));
    await expectUser(tabs, null);
  }
  note("sign-in: ms until all tabs show it", describe(enters));
  note("sign-out: ms until all tabs show it", describe(leaves));
}

/** How fast a sign-in and a sign-out reach all tabs. */
export async function measureReach(): Promise<Findings> {
  const collector = createRowCollector();
  await withWorlds((each) => each((world) => measureRounds(world, collector.noteFor(world.name))));
  return {
    tables: [
      {
        title: `From the call in one of ${TABS} tabs until all show it`,
        note: `Median (95th percentile) of ${ROUNDS} rounds, in milliseconds, with a server on the same machine. A tab that does not show it within ${PATIENCE_MS} ms after the call has ended is taken not to. Depends on the machine: see the load average.`,
        rows: collector.rows,
      },
    ],
    charts: [],
  };
}
