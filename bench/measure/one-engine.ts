import type { Engine, EngineBrowser } from "../../tests/lab/engines/drivers/driver.ts";
import { openEngineWorld } from "../browser/engine-world.ts";
import { explain } from "../browser/explain.ts";
import type { TabWorld } from "../browser/tab-world.ts";
import { type Client, clients } from "../clients.ts";
import type { Row } from "../results.ts";
import { rounds } from "./effort.ts";
import { goodAnswers, sufferFaults } from "./faults.ts";
import { openAndPoll } from "./open-and-poll.ts";
import { prepareRounds } from "./reach.ts";
import { enterAndLeave, loadFirst, POLLING } from "./requests.ts";
import { createRowCollector, type Note } from "./row-collector.ts";

/** How often a sign-in and a sign-out are timed. */
export const ROUNDS = rounds(10);

/** Ten tabs, and one that signs in behind the scenes. */
const WINDOWS = 11;

type Part = (world: TabWorld, note: Note) => Promise<void>;

/** Each keeps the machine busy, and so is one client's alone. */
const parts: Part[] = [
  async (world, note) => {
    const poll = await openAndPoll(world, note, 10, POLLING);
    await poll();
  },
  enterAndLeave,
  loadFirst,
  async (world, note) => {
    const takeTurn = await prepareRounds(world, (what, figure) =>
      note(`${what} in one of 10 tabs: ms until all show it`, figure),
    );
    for (let round = 0; round < ROUNDS; round += 1) await takeTurn();
  },
];

/** How many of the faults that it was tried with each client's page has coped with. */
function countCoping(rows: Row[]): Row {
  const faults = rows.filter(({ what }) => what in goodAnswers);
  const count = (client: string): string => {
    const tried = faults.filter(({ figures }) => figures[client] !== null);
    const good = tried.filter(({ what, figures }) =>
      goodAnswers[what]?.test(String(figures[client])),
    );
    return `${good.length} of ${tried.length}`;
  };
  return {
    what: "of these six, the page copes with",
    figures: Object.fromEntries(clients.map(({ name }) => [name, count(name)])),
  };
}

/** Has the browser make the windows that it keeps: whoever came first would wait for them alone. */
async function makeWindows(browser: EngineBrowser): Promise<void> {
  const group = await browser.openGroup();
  for (let count = 0; count < WINDOWS; count += 1) await group.open("about:blank");
  await group.close();
}

/** All that is measured in one engine, and the version of it. */
export async function measureEngine(engine: Engine): Promise<{ version: string; rows: Row[] }> {
  const { noteFor, rows } = createRowCollector();
  const browser = await engine.launch();
  const take = async (client: Client, part: Part): Promise<void> => {
    const world = await openEngineWorld(browser, client);
    await explain(world, () => part(world, noteFor(client.name))).finally(world.close);
  };
  try {
    await makeWindows(browser);
    for (const part of parts) {
      for (const client of clients) await take(client, part);
    }
    await Promise.all(clients.map((client) => take(client, sufferFaults)));
    return { version: browser.version, rows: [...rows, countCoping(rows)] };
  } finally {
    await browser.close();
  }
}
