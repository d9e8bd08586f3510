import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { preparation } from "../prepared-pages.ts";
import { expectUser, signIn, signOut, sightsOf } from "../tabs.ts";
import { until } from "../until.ts";
import { CHANNELS, createNews, scatterGarbage, STORAGE_KEYS } from "./garbage-kinds.ts";
import type { Rule } from "./rule.ts";

const FLOOD_MS = 3000;

interface Flood {
  name: string;
  news: Record<string, unknown>;
  forMs: number;
}

/** Runs in a page of the same origin: announces changes as if a hundred tabs made them. */
async function flood({ name, news, forMs }: Flood): Promise<number> {
  const channel = new BroadcastChannel(name);
  const end = Date.now() + forMs;
  let count = 0;
  for (; Date.now() < end; count += 1) {
    const now = Date.now();
    const order = { tab: Math.random(), sentAt: now, stamp: now, mutation: now };
    channel.postMessage({ ...news, ...order });
    await new Promise((resolve) => setTimeout(resolve));
  }
  channel.close();
  return count;
}

/** Says it where a tab of ours would. */
function tell(tab: Tab, { answer, changed }: ReturnType<typeof createNews>): Promise<void> {
  const said = { name: CHANNELS[0]!, answer, changed };
  return tab.evaluate(({ name, ...news }) => {
    const channel = new BroadcastChannel(name);
    channel.postMessage(news.answer);
    channel.close();
    localStorage.setItem(name, JSON.stringify(news.changed));
  }, said);
}

const withoutChannel = preparation(() => {
  Reflect.deleteProperty(window, "BroadcastChannel");
});

/** What other scripts write where tabs listen. */
export const garbage: Rule[] = [
  {
    name: "garbage on every channel and storage key changes nothing, and nothing is thrown",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const withChannel = await world.openTabs(2, "/core.html");
      const withStorage = await world.openTabs(2, "/core.html", {
        before: [withoutChannel],
      });
      const tabs = [...withChannel, ...withStorage];
      await expectUser(tabs, "ada");
      const before = await Promise.all(tabs.map(sightsOf));
      const firstReads = world.server.sessionReads().length;

      const reads = await world.countReads(() =>
        world.plain.evaluate(scatterGarbage, {
          channels: CHANNELS,
          keys: STORAGE_KEYS,
          news: createNews(),
        }),
      );

      note(`garbage: ${reads} session requests`);
      expect(await Promise.all(tabs.map(sightsOf))).toEqual(before);
      expect(world.complaints()).toEqual([]);

      // What was spoilt would have been news.
      await world.countReads(async () => {
        await tell(world.plain, createNews());
        // For a moment: they ask, and the server says that Ada is there.
        for (const tab of withChannel) {
          const statuses = async () => (await sightsOf(tab)).map(({ status }) => status);
          await until("nobody is shown", async () =>
            (await statuses()).includes("unauthenticated"),
          );
        }
        await until("they ask", () => world.server.sessionReads().length > firstReads);
      });

      // Nor has it left anything behind that makes tabs deaf.
      await signIn(tabs[0]!, "grace");
      await expectUser(withChannel, "grace");
      await signOut(tabs[3]!);
      await expectUser(withStorage, null);
    },
  },
  {
    name: "a script that announces changes without end causes one request a second in each tab",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(2, "/core.html");
      await expectUser(tabs, "ada");
      const before = await Promise.all(tabs.map(sightsOf));

      const said = { name: CHANNELS[0]!, news: createNews().changed, forMs: FLOOD_MS };
      const startedAt = Date.now();
      const { server } = world;
      const firstReads = server.sessionReads().length;
      const reads = await world.countReads(async () => {
        await world.plain.evaluate(flood, said);
        // Each message aborts a read under way, so on a busy machine only the last one gets through.
        await until("they are heard", () => server.sessionReads().length > firstReads);
      });
      // A machine that stalls hears late, and so for longer.
      const seconds = (Date.now() - startedAt) / 1000;

      note(`flooded: ${reads} session requests of 2 tabs`);
      expect(reads).toBeLessThanOrEqual(2 * (seconds + 1));
      expect(await Promise.all(tabs.map(sightsOf))).toEqual(before);
    },
  },
];
