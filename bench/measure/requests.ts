import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { expectUser, signIn, signOut } from "../../tests/lab/engines/tabs.ts";
import { letTimePass } from "../../tests/lab/engines/until.ts";
import { clients } from "../clients.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import { toTabWorld } from "../browser/chromium-tabs.ts";
import type { TabWorld } from "../browser/tab-world.ts";
import type { Findings } from "../results.ts";
import { isTrial } from "./effort.ts";
import { openAndPoll, type Polling } from "./open-and-poll.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { closeAll, countShowing, loadAnew } from "./showing.ts";

/** As few and many tabs do it, in all engines. */
export const POLLING: Polling = { every: 1, during: 5 };
/** So many tabs keep the machine busy. */
const POLLING_OF_CROWD: Polling = { every: 2, during: 4 };
/** Clients that are counted at the same time, where it does not matter how fast the machine is. */
const AT_ONCE = 3;
/** With one core for each. */
const AT_ONCE_IN_CROWD = 2;

const NOTE =
  "GET requests that read the session, as the server counts them. All clients have the same page, server and browser; better-auth has endpoints of its own on that server. Tabs are opened one after another, and Chromium takes all of them for visible. The hand-written hooks take a session from the server as their library's initial or fallback data, which by default it asks for all the same, and tell other tabs nothing. better-auth tells other tabs of a sign-out, and of no sign-in; the session that its `hydrateSession` is given it asks for all the same. SWR asks no more often than every 2 s by default.";

/** Signs in, and out, in one of ten tabs. */
export async function enterAndLeave(world: TabWorld, note: Note): Promise<void> {
  const tabs = await world.openTabs(10, world.path);
  // What opening them causes may go on for a while.
  await world.countReads(() => expectUser(tabs, null));
  const [tab] = tabs;
  note(
    "sign-in in one of 10 tabs: session requests",
    await world.countReads(() => signIn(tab, "ada")),
  );
  note("sign-in in one of 10 tabs: tabs that show it", await countShowing(tabs, "Ada Lovelace"));
  // All tabs know of the user, whatever it takes.
  await world.countReads(async () => {
    await loadAnew(world, tabs);
    await expectUser(tabs, "ada");
  });
  note("sign-out in one of 10 tabs: session requests", await world.countReads(() => signOut(tab)));
  note(
    "sign-out in one of 10 tabs: tabs that show it",
    await countShowing(tabs, "unauthenticated"),
  );
}

async function focusAndAsk(world: TabWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(5, world.path);
  await expectUser(tabs, "ada");
  // By then no answer is so fresh that a focus would cost nothing for that.
  await letTimePass(5500);
  const focused = await world.countReads(async () => {
    for (let count = 0; count < 20; count += 1) {
      await tabs[count % 5]?.evaluate(() => {
        // As the real one does, it bubbles: TanStack Query listens on the window.
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
        window.dispatchEvent(new Event("focus"));
      });
      await letTimePass(100);
    }
  });
  note("20 focus events in 2 s, over 5 tabs", focused);
  await closeAll(tabs.slice(1));
  const asked = await world.countReads(() =>
    tabs[0].evaluate(async () => {
      await Promise.all(Array.from({ length: 50 }, () => window.lab.client.getSession()));
    }),
  );
  note("50 getSession() at once", asked);
}

/** Loads a page that no other tab can tell anything. */
export async function loadFirst(world: TabWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const load = async (query: string): Promise<number> => {
    const tabs: Tab[] = [];
    const reads = await world.countReads(async () => {
      tabs.push(await world.open(world.path + query));
      await expectUser(tabs, "ada");
    });
    await closeAll(tabs);
    return reads;
  };
  note("first load, without a session from the server", await load(""));
  note("first load, with a session from the server", await load("?isRendered=1"));
}

async function take(title: string, run: Parameters<typeof collectRows>[0]): Promise<Findings> {
  return { tables: [{ title, note: NOTE, rows: await collectRows(run) }], charts: [] };
}

/** How often the session endpoint is asked. */
export function measureRequests(): Promise<Findings> {
  return take("Session requests, in Chromium", async ({ together, each }, noteFor) => {
    const polls = (count: number) => async (world: BenchWorld) => {
      const poll = await openAndPoll(toTabWorld(world), noteFor(world), count, POLLING);
      // Those that come next are not disturbed.
      return async () => closeAll(await poll());
    };
    await together(clients.length, polls(1));
    await together(clients.length, polls(5));
    await together(3, polls(10));
    await each((world) => enterAndLeave(toTabWorld(world), noteFor(world)), AT_ONCE);
    await each((world) => loadFirst(toTabWorld(world), noteFor(world)), AT_ONCE);
  });
}

/** What comes in bursts. */
export function measureBursts(): Promise<Findings> {
  return take("Session requests for events in bursts, in Chromium", ({ each }, noteFor) =>
    each((world) => focusAndAsk(toTabWorld(world), noteFor(world)), clients.length),
  );
}

/** The same with so many tabs that the machine itself comes into play. */
export function measureCrowd(): Promise<Findings> {
  const count = isTrial ? 12 : 40;
  return take(`Session requests of ${count} tabs, in Chromium`, ({ each }, noteFor) =>
    each(async (world) => {
      const poll = await openAndPoll(toTabWorld(world), noteFor(world), count, POLLING_OF_CROWD);
      await poll();
    }, AT_ONCE_IN_CROWD),
  );
}
