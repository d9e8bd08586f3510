import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { expectUser, shownIn, signIn, signOut } from "../../tests/lab/engines/tabs.ts";
import { letTimePass, until } from "../../tests/lab/engines/until.ts";
import { toTabWorld } from "../browser/chromium-tabs.ts";
import type { TabWorld } from "../browser/tab-world.ts";
import type { Findings } from "../results.ts";
import { rounds } from "./effort.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { countShowing, loadAnew } from "./showing.ts";
import { describePercentiles } from "./spread.ts";

const TABS = 10;
/** The 95th percentile of fewer would be the greatest. */
const ROUNDS = rounds(20);
/** One slow round may be chance. */
const MISSES = 2;
const PATIENCE_MS = 1000;
/** For pages that are loaded anew, on a machine that may be busy. */
const CATCH_UP_MS = 15_000;
/** After so long without a read, none is taken to be on its way. */
const QUIET_MS = 100;

/** How far one kind of news has come, round by round. */
interface News {
  text: string;
  times: number[];
  /** Of each round in which not all tabs showed it: how many did. After two it is not waited for again. */
  misses: number[];
  /** Whether all others show it when the first tab is loaded anew; not known at first. */
  isToldByLoading?: boolean;
}

/** How many tabs show it, as soon as all do, and at the latest when patience is at its end. */
async function awaitShowing(tabs: Tab[], text: string, patienceMs = PATIENCE_MS): Promise<number> {
  const showing = () => countShowing(tabs, text);
  try {
    await until("all show it", async () => (await showing()) === tabs.length, patienceMs);
    return tabs.length;
  } catch {
    return showing();
  }
}

/** Whether enough is known of news that do not come to all tabs. */
const isGivenUp = ({ misses }: News): boolean => misses.length >= MISSES;

async function lastShownAt(tab: Tab): Promise<number> {
  const last = (await shownIn(tab)).at(-1);
  if (!last) throw new Error(`A tab has noted nothing that it showed.`);
  return last.at;
}

/** @returns whether all tabs show it */
async function spread(tabs: Tab[], news: News, act: () => Promise<number>): Promise<boolean> {
  const calledAt = await act();
  if (isGivenUp(news)) return false;
  const shownBy = await awaitShowing(tabs, news.text);
  if (shownBy < tabs.length) {
    news.misses.push(shownBy);
    return false;
  }
  news.times.push(Math.max(...(await Promise.all(tabs.map(lastShownAt)))) - calledAt);
  return true;
}

/** Waits until nobody reads the session: a sign-out amid reads might not last. */
async function untilQuiet({ server }: TabWorld): Promise<void> {
  let seen = -1;
  while (seen !== server.sessionReads().length) {
    seen = server.sessionReads().length;
    await letTimePass(QUIET_MS);
  }
}

/** Lets those tabs know that do not know of it. */
async function catchUp(
  world: TabWorld,
  tabs: Tab[],
  news: News,
  isShownByAll: boolean,
): Promise<void> {
  if (!isShownByAll) {
    await loadAnew(world, tabs.slice(0, 1));
    // With some clients a tab that is loaded tells the others.
    news.isToldByLoading ??= (await awaitShowing(tabs, news.text)) === tabs.length;
    if (!news.isToldByLoading) await loadAnew(world, tabs.slice(1));
  }
  const shownBy = await awaitShowing(tabs, news.text, CATCH_UP_MS);
  if (shownBy < tabs.length) throw new Error(`${shownBy} of ${TABS} tabs show "${news.text}".`);
  await untilQuiet(world);
}

function describe({ times, misses }: News): string {
  const missed = `${Math.min(...misses)} of ${TABS} tabs show it`;
  if (!times.length) return missed;
  return misses.length
    ? `${describePercentiles(times)}; ${misses.length} times ${missed}`
    : describePercentiles(times);
}

/** Opens ten tabs. What it returns signs in and out once, and notes what is known by then. */
export async function prepareRounds(world: TabWorld, note: Note): Promise<() => Promise<void>> {
  const tabs = await world.openTabs(TABS, world.path);
  await expectUser(tabs, null);
  const entering: News = { text: "Ada Lovelace", times: [], misses: [] };
  const leaving: News = { text: "unauthenticated", times: [], misses: [] };
  return async () => {
    // There is nothing more to learn of one that reaches nobody.
    if (isGivenUp(entering) && isGivenUp(leaving)) return;
    const isEntered = await spread(tabs, entering, () => signIn(tabs[0], "ada"));
    await catchUp(world, tabs, entering, isEntered);
    const isLeft = await spread(tabs, leaving, () => signOut(tabs[0]));
    await catchUp(world, tabs, leaving, isLeft);
    note("sign-in", describe(entering));
    note("sign-out", describe(leaving));
  };
}

/** How fast a sign-in and a sign-out reach all tabs. */
export async function measureReach(): Promise<Findings> {
  const rows = await collectRows(({ takeTurns }, noteFor) =>
    takeTurns(ROUNDS, (world) => prepareRounds(toTabWorld(world), noteFor(world))),
  );
  return {
    tables: [
      {
        title: `From the call of signIn or signOut in one of ${TABS} tabs until all show it, in ms`,
        note: `50th and 95th percentile (least to most) of ${ROUNDS} rounds, without latency. Where a tab did not show it within ${PATIENCE_MS} ms after the call had ended, the table says how many did; after ${MISSES} such rounds it is not waited for again.`,
        rows,
      },
    ],
    charts: [],
  };
}
