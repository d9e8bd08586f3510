import type { Page } from "@playwright/test";
import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { openTabs } from "../../tests/lab/engines/open-tabs.ts";
import type { BenchWorld } from "./bench-world.ts";
import type { TabWorld } from "./tab-world.ts";

function toTab(page: Page): Tab {
  return {
    // What it resolves to is what the task does.
    evaluate: async (task, ...args) =>
      (await page.evaluate(`(${task})(...${JSON.stringify(args)})`)) as never,
    async goTo(url) {
      await page.goto(url);
    },
    click: (selector) => page.click(selector),
    close: () => page.close(),
  };
}

/** Chromium's world, as measurements use it that other engines share. */
export function toTabWorld(world: BenchWorld): TabWorld {
  const { name, path, server, signInBehindTheScenes, countReads } = world;
  const open = async (url: string): Promise<Tab> => toTab(await world.open(url));
  return {
    ...{ name, path, server, signInBehindTheScenes, countReads },
    open,
    openTabs: (count, url) => openTabs(count, () => open(url)),
  };
}
