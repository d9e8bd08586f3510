import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { expectUser } from "../../tests/lab/engines/tabs.ts";
import { letTimePass, withPatience } from "../../tests/lab/engines/until.ts";
import type { TabWorld } from "../browser/tab-world.ts";
import type { Note } from "./row-collector.ts";

/** How often tabs poll, and for how long they are watched, in seconds. */
export interface Polling {
  every: number;
  during: number;
}

/** A tab that has not got there by then is stuck. */
const PATIENCE_MS = 15_000;

/** Session requests that come while time passes. */
async function countWhile({ server }: TabWorld, ms: number): Promise<number> {
  const before = server.sessionReads().length;
  await letTimePass(ms);
  return server.sessionReads().length - before;
}

/** Whether all tabs come to show the user in time. */
async function doAllShow(tabs: Tab[], username: string): Promise<boolean> {
  try {
    await withPatience(PATIENCE_MS, () => expectUser(tabs, username));
    return true;
  } catch {
    return false;
  }
}

/** Opens tabs one after another. What it returns lets them poll, and counts again. */
export async function openAndPoll(
  world: TabWorld,
  note: Note,
  count: number,
  { every, during }: Polling,
): Promise<() => Promise<Tab[]>> {
  const what = `${count} ${count > 1 ? "tabs" : "tab"}`;
  const noteReads = (name: string, reads: number, areAllThere: boolean): void =>
    note(`${what} ${name}`, areAllThere ? reads : `${reads}, not all tabs got there`);
  await world.signInBehindTheScenes("ada");
  let isShown = false;
  let tabs: Tab[] = [];
  const opened = await world.countReads(async () => {
    tabs = await world.openTabs(count, world.path);
    isShown = await doAllShow(tabs, "ada");
  });
  noteReads("opened", opened, isShown);

  return async () => {
    const polling = `${world.server.url}${world.path}?refetchInterval=${every}`;
    await Promise.all(tabs.map((tab) => tab.goTo(polling)));
    isShown = await doAllShow(tabs, "ada");
    const polled = await countWhile(world, during * 1000);
    noteReads(`polling each ${every} s, for ${during} s`, polled, isShown);
    return tabs;
  };
}
