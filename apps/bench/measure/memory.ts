import type { CDPSession, Page } from "@playwright/test";
import { expectUser } from "../../lab/e2e/tabs.ts";
import type { Findings } from "../results.ts";
import { type BenchWorld, withWorlds } from "./bench-world.ts";
import { createRowCollector, type Note } from "./row-collector.ts";

const CONSUMERS = 1000;

/** Bytes in use, when all that can be is collected. */
async function heapOf(tab: Page): Promise<number> {
  const devtools: CDPSession = await tab.context().newCDPSession(tab);
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await devtools.detach();
  return usedSize;
}

async function measureHeap(world: BenchWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const heapWith = async (consumers: number): Promise<number> => {
    const tab = await world.open(`${world.path}?consumers=${consumers}`);
    await expectUser([tab], "ada");
    const bytes = await heapOf(tab);
    await tab.close();
    return bytes;
  };
  const alone = await heapWith(0);
  const crowded = await heapWith(CONSUMERS);
  note("the page with one consumer", Math.round(alone / 1024));
  note("1,000 more consumers", Math.round((crowded - alone) / 1024));
}

/** What a page keeps in memory. */
export async function measureMemory(): Promise<Findings> {
  const collector = createRowCollector();
  await withWorlds((each) => each((world) => measureHeap(world, collector.noteFor(world.name))));
  return {
    tables: [
      {
        title: "JavaScript heap, in KiB",
        note: "After a garbage collection, in Chromium. React, its components and their elements are part of it, and the same for all.",
        rows: collector.rows,
      },
    ],
    charts: [],
  };
}
