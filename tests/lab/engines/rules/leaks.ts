import { expect } from "vitest";
import type { Hold } from "../../server/gate.ts";
import { type Alive, countResources } from "../init-scripts.ts";
import type { Tab } from "../drivers/driver.ts";
import { preparation } from "../prepared-pages.ts";
import { expectUser } from "../tabs.ts";
import { until } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** For what has to happen at once, on a machine that is busy; a read is given up after ten seconds. */
const PATIENCE_MS = 6000;

/** Waits until so much is alive, and no more. */
async function expectAlive(tab: Tab, expected: Alive): Promise<void> {
  const wanted = describe(expected);
  await until(`this is alive: ${wanted}`, async () => {
    const alive = describe(await tab.evaluate(() => window.countAlive!()));
    if (alive !== wanted) throw new Error(alive);
    return true;
  });
}

/** Always in one order, which WebDriver does not keep. */
function describe({ listeners, timers, channels, locks, requests }: Partial<Alive>): string {
  return JSON.stringify({ listeners, timers, channels, locks, requests });
}

/** Nothing is alive that nobody looks at. */
export const leaks: Rule[] = [
  {
    name: "after 1,000 mounts and unmounts nothing is alive that was not before",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const before = [preparation(countResources)];
      const tab = await world.open("/react.html?refetchInterval=60", { before });
      await world.countReads(() => expectUser([tab], "ada"));
      const alive = await tab.evaluate(() => window.countAlive!());

      for (const part of ["consumers", "provider"] as const) {
        await world.countReads(() => tab.evaluate((it) => window.lab.remount!(it, 1000), part));
        await expectAlive(tab, alive);
      }
      note(`alive afterwards as before: ${describe(alive)}`);
      expect(alive.channels).toBeGreaterThan(0);

      await tab.evaluate(() => window.lab.unmount!());
      // The listener is React's own, for selections.
      await expectAlive(tab, { listeners: 1, timers: 0, channels: 0, locks: 0, requests: 0 });
    },
  },
  {
    name: "a page that is left while it reads keeps neither its channel, its lock nor its request",
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const before = [preparation(countResources)];
      const tab = await world.open("/core.html?refetchInterval=1", { before });
      await expectUser([tab], "ada");
      const held = await holdPollWithLock(world, tab);

      // As it goes into the page cache, where nobody could look.
      await tab.evaluate(() => {
        dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      });
      await until(
        "all is let go",
        async () => {
          const alive = await aliveInPage(tab);
          if (Object.values(alive).some((count) => count > 0)) throw new Error(describe(alive));
          return true;
        },
        PATIENCE_MS,
      );
      held.release();
      const reads = world.server.sessionReads().length;
      await tab.evaluate(() => {
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      });
      await until("it asks again", () => world.server.sessionReads().length > reads);
      expect((await aliveInPage(tab)).channels).toBe(2);
    },
  },
];

/** Holds back a poll that has the lock: where the machine stalls, one may go on without it. */
async function holdPollWithLock({ server }: World, tab: Tab): Promise<Hold> {
  let held = server.hold("GET session");
  await until("a poll has the lock", async () => {
    await held.arrived;
    const alive = await aliveInPage(tab);
    if (alive.channels === 2 && alive.locks === 1 && alive.requests === 1) return true;
    held.release();
    held = server.hold("GET session");
    throw new Error(describe(alive));
  });
  return held;
}

async function aliveInPage(tab: Tab) {
  const { channels, locks, requests } = await tab.evaluate(() => window.countAlive!());
  return { channels, locks, requests };
}
