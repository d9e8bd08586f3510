import type { Page } from "@playwright/test";
import { type Alive, countResources } from "../../tests/lab/engines/init-scripts.ts";
import { expectUser } from "../../tests/lab/e2e/tabs.ts";
import { letTimePass } from "../../tests/lab/engines/until.ts";
import { type BenchWorld, withBench } from "../browser/bench-world.ts";
import { clients } from "../clients.ts";
import type { Findings } from "../results.ts";
import { heapOf } from "./devtools.ts";
import { isTrial } from "./effort.ts";
import { createRowCollector, type Note } from "./row-collector.ts";

const MOUNTS = isTrial ? 200 : 10_000;
/** By then the browser has compiled all that is needed for them. */
const HALF = MOUNTS / 2;
/** Longer than any of them lingers on purpose. */
const LINGER_MS = 2500;
/** For selections. */
const LISTENERS_OF_REACT = 1;

const kinds: [kind: keyof Alive, what: string][] = [
  ["listeners", "listeners of window and document"],
  ["timers", "timers"],
  ["channels", "channels"],
  ["locks", "locks"],
  ["requests", "pending requests"],
];

type Part = Parameters<Window["bench"]["remount"]>[0];

const labels: Record<Part, string> = { consumers: "component", provider: "provider" };

function countAlive(tab: Page): Promise<Alive> {
  return tab.evaluate(async () => {
    if (!window.countAlive) throw new Error("countResources has not run in this page.");
    return window.countAlive();
  });
}

async function remount(world: BenchWorld, note: Note, part: Part): Promise<Page> {
  const tab = await world.open(`${world.path}?consumers=1&isRendered=1&refetchInterval=600`);
  await expectUser([tab], "ada");
  const mountHalf = () =>
    world.countReads(() =>
      tab.evaluate(([what, times]) => window.bench.remount(what, times), [part, HALF] as const),
    );
  await letTimePass(LINGER_MS);
  const before = await countAlive(tab);
  let reads = await mountHalf();
  await letTimePass(LINGER_MS);
  const heapHalfway = await heapOf(tab);
  reads += await mountHalf();
  await letTimePass(LINGER_MS);
  const after = await countAlive(tab);
  for (const [kind, what] of kinds) {
    note(`${labels[part]}: ${what}`, after[kind] - before[kind]);
  }
  const grown = (await heapOf(tab)) - heapHalfway;
  note(`${labels[part]}: heap in KiB, more than after half of them`, Math.round(grown / 1024));
  note(`${labels[part]}: session requests meanwhile`, reads);
  return tab;
}

async function measureMounts(world: BenchWorld, noteMounts: Note, noteEnd: Note): Promise<void> {
  await world.context.addInitScript(countResources);
  await world.signInBehindTheScenes("ada");
  await (await remount(world, noteMounts, "consumers")).close();
  const tab = await remount(world, noteMounts, "provider");
  await tab.evaluate(() => window.bench.unmount());
  await letTimePass(LINGER_MS);
  const { listeners, ...others } = await countAlive(tab);
  const alive: Alive = { listeners: listeners - LISTENERS_OF_REACT, ...others };
  for (const [kind, what] of kinds) noteEnd(what, alive[kind]);
}

/** What is left behind. */
export async function measureLeaks(): Promise<Findings> {
  const mounted = createRowCollector();
  const unmounted = createRowCollector();
  await withBench((bench) =>
    bench.each(
      (world) => measureMounts(world, mounted.noteFor(world.name), unmounted.noteFor(world.name)),
      clients.length,
    ),
  );
  const count = MOUNTS.toLocaleString("en-US");
  return {
    tables: [
      {
        title: `More than before, after ${count} mounts`,
        note: `A component that uses the session, and the provider with such a component, are unmounted and mounted ${count} times, with a session from the server. Counted ${LINGER_MS / 1000} s later, on a page that polls each ten minutes; heap after a garbage collection. Below zero: what was there before has ended.`,
        rows: mounted.rows,
      },
      {
        title: "Still alive when all is unmounted",
        note: `${LINGER_MS / 1000} s after the provider has gone for good. React's own listener is left out.`,
        rows: unmounted.rows,
      },
    ],
    charts: [],
  };
}
