import type { Page } from "@playwright/test";
import { expectUser } from "../../tests/lab/e2e/tabs.ts";
import { letTimePass } from "../../tests/lab/e2e/world.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import type { Note } from "./row-collector.ts";

/** How often tabs poll, and for how long they are watched, in seconds. */
export interface Polling {
  every: number;
  during: number;
}

/** Session requests that come while time passes. */
async function countWhile({ server }: BenchWorld, ms: number): Promise<number> {
  const before = server.sessionReads().length;
  await letTimePass(ms);
  return server.sessionReads().length - before;
}

/** Whether all tabs come to show the user in time. */
async function doAllShow(tabs: Page[], username: string): Promise<boolean> {
  try {
    await expectUser(tabs, username);
    return true;
  } catch {
    return false;
  }
}

/** Opens tabs one after another. What it returns lets as many poll, and counts again. */
export async function openAndPoll(
  world: BenchWorld,
  note: Note,
  count: number,
  { every, during }: Polling,
): Promise<() => Promise<void>> {
  const what = `${count} ${count > 1 ? "tabs" : "tab"}`;
  const noteReads = (name: string, reads: number, areAllThere: boolean): void =>
    note(`${what} ${name}`, areAllThere ? reads : `${reads}, not all tabs got there`);
  await world.signInBehindTheScenes("ada");
  let isShown = false;
  const opened = await world.countReads(async () => {
    isShown = await doAllShow(await world.openTabs(count, world.path), "ada");
  });
  noteReads("opened", opened, isShown);

  return async () => {
    const tabs = world.context.pages();
    const polling = `${world.path}?refetchInterval=${every}`;
    await Promise.all(tabs.map((tab) => tab.goto(polling, { waitUntil: "commit" })));
    isShown = await doAllShow(tabs, "ada");
    const polled = await countWhile(world, during * 1000);
    noteReads(`polling each ${every} s, for ${during} s`, polled, isShown);
    // Those that come next are not disturbed.
    await Promise.all(tabs.map((tab) => tab.close()));
  };
}
