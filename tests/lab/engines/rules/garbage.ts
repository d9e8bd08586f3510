import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { preparation } from "../prepared-pages.ts";
import { expectUser, shownIn, signIn, signOut } from "../tabs.ts";
import { until } from "../until.ts";
import type { World } from "../world.ts";
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

type News = ReturnType<typeof createNews>["answer"];

/** Says it where a tab of ours would that has a channel. */
function post(tab: Tab, news: News): Promise<void> {
  return tab.evaluate(
    (name, message) => {
      const channel = new BroadcastChannel(name);
      channel.postMessage(message);
      channel.close();
    },
    CHANNELS[0]!,
    news,
  );
}

/** Says it where a tab of ours would that has none. */
function store(tab: Tab, news: News): Promise<void> {
  return tab.evaluate(
    (name, text) => localStorage.setItem(name, text),
    CHANNELS[0]!,
    JSON.stringify(news),
  );
}

const withoutChannel = preparation(() => {
  Reflect.deleteProperty(window, "BroadcastChannel");
});

/** For a moment at least: a tab that asks the server learns that Ada is there. */
async function hasShownNobody(tab: Tab): Promise<boolean> {
  return (await shownIn(tab)).some(({ status }) => status === "unauthenticated");
}

async function expectToBelieveAnswers({ plain }: World, tabs: Tab[]): Promise<void> {
  await until("all have shown nobody", async () => {
    // Again, because a tab that has read meanwhile knows better.
    await post(plain, createNews().answer);
    return (await Promise.all(tabs.map(hasShownNobody))).every(Boolean);
  });
}

/** What was spoilt would have been news. */
async function expectToBeReceived(world: World, tabs: Tab[], hasChannel: boolean): Promise<void> {
  if (hasChannel) await expectToBelieveAnswers(world, tabs);
  const tell = hasChannel ? post : store;
  const reads = world.server.sessionReads().length;
  await world.countReads(async () => {
    await tell(world.plain, createNews().changed);
    await until("they ask", () => world.server.sessionReads().length > reads);
    await expectUser(tabs, "ada");
  });
}

async function expectToIgnoreGarbage(world: World, hasChannel: boolean): Promise<number> {
  await world.signInBehindTheScenes("ada");
  const before = hasChannel ? [] : [withoutChannel];
  const tabs = await world.openTabs(2, "/core.html", { before });
  await expectUser(tabs, "ada");
  const shown = await Promise.all(tabs.map(shownIn));

  const targets = { channels: CHANNELS, keys: STORAGE_KEYS, news: createNews() };
  const reads = await world.countReads(() => world.plain.evaluate(scatterGarbage, targets));

  expect(await Promise.all(tabs.map(shownIn))).toEqual(shown);
  expect(world.complaints()).toEqual([]);
  await expectToBeReceived(world, tabs, hasChannel);
  // Nor has it left anything behind that cuts tabs off.
  await signIn(tabs[0], "grace");
  await expectUser(tabs, "grace");
  await signOut(tabs[1]!);
  await expectUser(tabs, null);
  return reads;
}

/** What other scripts write where tabs listen. */
export const garbage: Rule[] = [
  {
    name: "garbage on every channel and storage key changes nothing, and nothing is thrown",
    async run({ world, createWorld, note }) {
      // Tabs with and without a channel reach one another only by next-auth's messages, so each kind
      // has a browser of its own.
      const other = await createWorld();
      const counts = await Promise.all([
        expectToIgnoreGarbage(world, true),
        expectToIgnoreGarbage(other, false),
      ]);
      note(`garbage: ${counts.join(" and ")} session requests`);
    },
  },
  {
    name: "a script that announces changes without end causes one request a second in each tab",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(2, "/core.html");
      await expectUser(tabs, "ada");
      const before = await Promise.all(tabs.map(shownIn));

      const said = { name: CHANNELS[0]!, news: createNews().changed, forMs: FLOOD_MS };
      const startedAt = Date.now();
      const { server } = world;
      const firstReads = server.sessionReads().length;
      const reads = await world.countReads(async () => {
        await world.plain.evaluate(flood, said);
        // Each message aborts a read under way, so on a busy machine only the last one gets through.
        await until("they are received", () => server.sessionReads().length > firstReads);
      });
      // A machine that stalls receives them late, and so for longer.
      const seconds = (Date.now() - startedAt) / 1000;

      note(`flooded: ${reads} session requests of 2 tabs`);
      expect(reads).toBeLessThanOrEqual(2 * (seconds + 1));
      expect(await Promise.all(tabs.map(shownIn))).toEqual(before);
    },
  },
];
