import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { textOf } from "../../tests/lab/engines/tabs.ts";
import type { TabWorld } from "../browser/tab-world.ts";

/** What a tab has on screen: a name, or how the session stands. */
export function shownBy(tab: Tab): Promise<string> {
  return textOf(tab, '[role="status"]');
}

/** How many tabs show this. */
export async function countShowing(tabs: Tab[], text: string): Promise<number> {
  return (await Promise.all(tabs.map(shownBy))).filter((it) => it === text).length;
}

/** Closes all these tabs. */
export async function closeAll(tabs: Tab[]): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.close()));
}

/** Loads the client's page once more in all these tabs. */
export async function loadAnew({ server, path }: TabWorld, tabs: Tab[]): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.goTo(server.url + path)));
}
