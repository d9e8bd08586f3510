import { expect, type Page } from "@playwright/test";
import { expectUser, signIn, signOut } from "../../tests/lab/e2e/tabs.ts";
import { letTimePass } from "../../tests/lab/engines/until.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import type { Findings } from "../results.ts";
import { rounds } from "./effort.ts";
import { collectRows, type Note } from "./row-collector.ts";

const CONSUMERS = 1000;
const POLLS = rounds(4);
/** Of the second between two polls: by then a poll has been dealt with. */
const SETTLED_MS = 400;

async function rendersOf(tab: Page): Promise<number> {
  const renders = await tab.evaluate(() => window.lab.renders);
  if (renders === undefined) throw new Error(`The page ${tab.url()} has no window.lab.renders.`);
  return renders;
}

/** Of a page that the server has rendered, and the browser takes over. */
async function countHydration(world: BenchWorld, note: Note): Promise<void> {
  const tab = await world.open(`${world.path}/rendered?consumers=${CONSUMERS}&isRendered=1`);
  await tab.evaluate(() => window.bench.hydrate());
  await expectUser([tab], "ada");
  await letTimePass(SETTLED_MS);
  note("a page with the session from the server is taken over", await rendersOf(tab));
  await tab.close();
}

async function countRenders(world: BenchWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  await countHydration(world, note);
  const tab = await world.open(`${world.path}?consumers=${CONSUMERS}&refetchInterval=1`);
  await expectUser([tab], "ada");
  note("until the session is on screen", await rendersOf(tab));

  const reads = (): number => world.server.sessionReads().length;
  /** Waits until so many reads more have been dealt with. */
  const awaitReads = async (count: number): Promise<void> => {
    const from = reads();
    await expect
      .poll(reads, { timeout: 60_000, intervals: [20] })
      .toBeGreaterThanOrEqual(from + count);
    await letTimePass(SETTLED_MS);
  };
  await awaitReads(1);
  const before = { renders: await rendersOf(tab), reads: reads() };
  await awaitReads(POLLS);
  const renders = (await rendersOf(tab)) - before.renders;
  note("for each answer that changes nothing", Math.round(renders / (reads() - before.reads)));

  const signedIn = await rendersOf(tab);
  await signOut(tab);
  await expectUser([tab], null);
  const signedOut = await rendersOf(tab);
  note("a sign-out", signedOut - signedIn);

  await signIn(tab, "ada");
  await expectUser([tab], "ada");
  note("a sign-in", (await rendersOf(tab)) - signedOut);
}

/** How many components render, and how often. */
export async function measureRenders(): Promise<Findings> {
  const rows = await collectRows(({ each }, noteFor) =>
    each((world) => countRenders(world, noteFor(world)), 3),
  );
  return {
    tables: [
      {
        title: `Renders of ${CONSUMERS.toLocaleString("en-US")} components that use the session`,
        note: "Counted in Chromium, without StrictMode. The server moves the session's `expires` with each read, as Auth.js does, and better-auth once a day; nothing else changes. The page reads name and status, and not `expires`. The poll is that of one tab, each second.",
        rows,
      },
    ],
    charts: [],
  };
}
