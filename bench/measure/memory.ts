import type { Page } from "@playwright/test";
import { expectUser } from "../../tests/lab/e2e/tabs.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import { clients } from "../clients.ts";
import type { Findings } from "../results.ts";
import { heapOf } from "./devtools.ts";
import { rounds } from "./effort.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { describeSpread } from "./spread.ts";

const COMPONENTS = 1000;
const CLIENTS = 100;
const LISTENERS = 10_000;
const ROUNDS = rounds(3);

const toKiB = (bytes: number): number => bytes / 1024;

async function openPage(world: BenchWorld, consumers: number): Promise<Page> {
  const tab = await world.open(`${world.path}?consumers=${consumers}`);
  await expectUser([tab], "ada");
  return tab;
}

/** KiB by which the heap of a page has grown; `undefined` where the client cannot do it. */
async function growthBy(
  world: BenchWorld,
  tab: Page,
  add: () => Promise<boolean>,
): Promise<number | undefined> {
  const before = await heapOf(tab);
  let isPossible = false;
  // A client may ask for the session. That is over then.
  await world.countReads(async () => {
    isPossible = await add();
  });
  const grown = (await heapOf(tab)) - before;
  return isPossible ? toKiB(grown) : undefined;
}

function describe(values: number[], digits: number): string {
  return values.length ? describeSpread(values, digits) : "has none";
}

async function measureHeap(world: BenchWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const pages: number[] = [];
  const components: number[] = [];
  const perClient: number[] = [];
  const perThousand: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const full = await openPage(world, COMPONENTS);
    const withComponents = toKiB(await heapOf(full));
    await full.close();
    const tab = await openPage(world, 0);
    const alone = toKiB(await heapOf(tab));
    pages.push(alone);
    components.push(withComponents - alone);
    const listeners = await growthBy(world, tab, () =>
      tab.evaluate((count) => window.bench.addListeners(count), LISTENERS),
    );
    if (listeners !== undefined) perThousand.push((listeners / LISTENERS) * 1000);
    const addClients = (): Promise<boolean> =>
      tab.evaluate((count) => window.bench.addClients(count), CLIENTS);
    // For the first ones the page compiles their code, which is kept once for all.
    await growthBy(world, tab, addClients);
    const grown = await growthBy(world, tab, addClients);
    if (grown !== undefined) perClient.push(grown / CLIENTS);
    await tab.close();
  }
  note("the page with one component", describe(pages, 0));
  note("1,000 components more", describe(components, 0));
  note("one client more, with a listener", describe(perClient, 1));
  note("1,000 listeners of one client, without React", describe(perThousand, 0));
}

/** What a page keeps in memory. */
export async function measureMemory(): Promise<Findings> {
  const rows = await collectRows(({ each }, noteFor) =>
    each((world) => measureHeap(world, noteFor(world)), clients.length),
  );
  return {
    tables: [
      {
        title: "JavaScript heap, in KiB",
        note: `Median (least to most) of ${ROUNDS} pages, after a garbage collection, in Chromium. React, its components and their elements are part of the first two rows, and the same for all. The last two are means over ${CLIENTS} clients, after as many others for which their code was compiled, and ${LISTENERS.toLocaleString("en-US")} listeners. next-auth has one client for the page, and the SWR hook one cache: neither is watched but by components. For the TanStack hook a client is a \`QueryClient\`, and a listener a \`QueryObserver\`, as each of its components has one, too.`,
        rows,
      },
    ],
    charts: [],
  };
}
