import { expectUser, shownIn } from "../../tests/lab/e2e/tabs.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import { RENDERED_CONSUMERS } from "../browser/rendered-page.ts";
import type { Findings } from "../results.ts";
import { rounds } from "./effort.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { describeSpread } from "./spread.ts";

const ROUNDS = rounds(7);

interface Times {
  readyMs: number;
  shownMs: number;
}

async function hydrateOnce({ path, open }: BenchWorld): Promise<Times> {
  const tab = await open(`${path}/rendered?consumers=${RENDERED_CONSUMERS}&isRendered=1`);
  const { startedAt, readyAt } = await tab.evaluate(() => window.bench.hydrate());
  await expectUser([tab], "ada");
  const shown = (await shownIn(tab)).find(({ user }) => user !== null);
  if (!shown) throw new Error(`The page ${tab.url()} has never shown a user.`);
  await tab.close();
  return { readyMs: readyAt - startedAt, shownMs: shown.at - startedAt };
}

async function prepare(world: BenchWorld, note: Note): Promise<() => Promise<void>> {
  await world.signInBehindTheScenes("ada");
  const all: Times[] = [];
  return async () => {
    all.push(await hydrateOnce(world));
    const ready = all.map(({ readyMs }) => readyMs);
    const shown = all.map(({ shownMs }) => shownMs);
    note("until all components have run their effects", describeSpread(ready));
    note("until the user's name is on screen", describeSpread(shown));
  };
}

/** How long a page takes that the server has rendered. */
export async function measureHydration(): Promise<Findings> {
  const rows = await collectRows(({ takeTurns }, noteFor) =>
    takeTurns(ROUNDS, (world) => prepare(world, noteFor(world))),
  );
  return {
    tables: [
      {
        title: `Hydration of ${RENDERED_CONSUMERS.toLocaleString("en-US")} components, in ms`,
        note: `Median (least to most) of ${ROUNDS} page loads, from the call of \`hydrateRoot\`. All but better-auth have the session from the server that has rendered the page, and show the name from the start: for them the second row is React's first commit. better-auth renders "loading" on servers; its \`hydrateSession\` has been called. better-auth renders all a second time, with what it has then, and the hooks ask for the session all the same.`,
        rows,
      },
    ],
    charts: [],
  };
}
