import { type Browser, chromium } from "@playwright/test";
import { makeWorld, type World } from "../../tests/lab/e2e/world.ts";
import { playwrightDefaults } from "../../scripts/playwright.ts";
import { type Client, clients } from "../clients.ts";
import { signInToBetterAuth } from "./better-auth-server.ts";
import { startClientServer } from "./client-server.ts";
import { explain } from "./explain.ts";

/** A client's page, on a server and in a browser's world of its own. */
export interface BenchWorld extends World {
  name: Client["name"];
  /** The path of the page. */
  path: string;
  close(): Promise<void>;
}

/** Makes a world ready for what it returns. */
type Prepare = (world: BenchWorld) => Promise<() => Promise<void>>;

/** One Chromium, with a world for each client. */
export interface Bench {
  /** Gives so many clients at once a world each, then the next ones: for what is only counted. */
  each(measure: (world: BenchWorld) => Promise<void>, atOnce?: number): Promise<void>;
  /**
   * Lets clients take turns, so that what else the machine does disturbs all alike: for times.
   *
   * @param prepare makes a client's round
   */
  takeTurns(rounds: number, prepare: Prepare): Promise<void>;
  /** Prepares one client after the other, and then looks at so many at once: for waiting. */
  together(atOnce: number, prepare: Prepare): Promise<void>;
}

async function openWorld(browser: Browser, client: Client): Promise<BenchWorld> {
  const { name, page } = client;
  const lab = await startClientServer(client);
  const world = await makeWorld(browser, lab);
  const { request } = world.context;
  return {
    ...world,
    ...(client.server === "better-auth" && {
      signInBehindTheScenes: (username: string) => signInToBetterAuth(request, username),
    }),
    name,
    path: `/${page}`,
    async close() {
      await world.context.close();
      await lab.close();
    },
  };
}

/** Works on so many at once, then on the next ones. */
async function inGroups<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < all.length; first += atOnce) {
    await Promise.all(all.slice(first, first + atOnce).map(work));
  }
}

/** Opens the worlds of all clients, and closes them when all is done. */
async function withAll(
  browser: Browser,
  prepare: Prepare,
  run: (turns: (() => Promise<void>)[]) => Promise<void>,
): Promise<void> {
  const worlds: BenchWorld[] = [];
  const turns: (() => Promise<void>)[] = [];
  try {
    for (const client of clients) {
      const world = await openWorld(browser, client);
      worlds.push(world);
      const turn = await explain(world, () => prepare(world));
      turns.push(() => explain(world, turn));
    }
    await run(turns);
  } finally {
    await Promise.all(worlds.map((world) => world.close()));
  }
}

function createBench(browser: Browser): Bench {
  return {
    async each(measure, atOnce = 1) {
      const visit = async (client: Client): Promise<void> => {
        const world = await openWorld(browser, client);
        await explain(world, () => measure(world)).finally(world.close);
      };
      await inGroups(clients, atOnce, visit);
    },
    takeTurns: (rounds, prepare) =>
      withAll(browser, prepare, async (turns) => {
        for (let round = 0; round < rounds; round += 1) {
          for (const turn of turns) await turn();
        }
      }),
    together: (atOnce, prepare) =>
      withAll(browser, prepare, (turns) => inGroups(turns, atOnce, (turn) => turn())),
  };
}

/** Runs a measurement in a Chromium of its own. */
export async function withBench(run: (bench: Bench) => Promise<void>): Promise<void> {
  const browser = await chromium.launch(playwrightDefaults.use.launchOptions);
  try {
    await run(createBench(browser));
  } finally {
    await browser.close();
  }
}
