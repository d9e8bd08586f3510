import { type Browser, chromium } from "@playwright/test";
import { makeWorld, type World } from "../../lab/e2e/world.ts";
import { startLabServer } from "../../lab/server/lab-server.ts";
import { playwrightDefaults } from "../../../scripts/playwright.ts";
import { type Client, pageClients } from "../clients.ts";
import { buildPages } from "./pages.ts";

/** A client's page, on a server and in a browser's world of its own. */
export interface BenchWorld extends World {
  name: Client["name"];
  /** The path of the page. */
  path: string;
}

/** Gives each client's world to a measurement, one after the other, and closes it. */
export type Worlds = (measure: (world: BenchWorld) => Promise<void>) => Promise<void>;

async function visit(
  browser: Browser,
  { name, page, dialect }: (typeof pageClients)[number],
  answerPage: Awaited<ReturnType<typeof buildPages>>,
  measure: (world: BenchWorld) => Promise<void>,
): Promise<void> {
  const server = await startLabServer({ dialect, answerPage });
  const world = await makeWorld(browser, server);
  try {
    await measure({ ...world, name, path: `/${page}` });
  } finally {
    await world.context.close();
    await server.close();
  }
}

/** Runs a measurement in one Chromium, with the pages of all clients. */
export async function withWorlds<T>(run: (each: Worlds) => Promise<T>): Promise<T> {
  const answerPage = await buildPages();
  const browser = await chromium.launch(playwrightDefaults.use.launchOptions);
  try {
    return await run(async (measure) => {
      for (const client of pageClients) await visit(browser, client, answerPage, measure);
    });
  } finally {
    await browser.close();
  }
}
