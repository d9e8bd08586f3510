import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut } from "../../lab/e2e/tabs.ts";
import { letTimePass } from "../../lab/e2e/world.ts";
import { type BenchWorld, withBench } from "../browser/bench-world.ts";
import type { Findings } from "../results.ts";
import { isTrial } from "./effort.ts";
import { createRowCollector, type Note } from "./row-collector.ts";

const POLL_SECONDS = 2;
const WATCH_SECONDS = 10;
/** A crowd keeps the machine busy, and is soon seen through. */
const WATCH_CROWD_SECONDS = 6;
/** Clients that are counted at the same time, where that does not keep the machine too busy. */
const AT_ONCE = 3;

const NOTE =
  "GET requests that read the session, as the server counts them. All clients have the same page, server and browser; better-auth has endpoints of its own on that server. Tabs are opened one after another, and Chromium takes all of them for visible. The hand-written hooks take no session from the server that renders the page, and tell other tabs nothing. better-auth tells other tabs of a sign-out, and of no sign-in; the session that its `hydrateSession` is given it asks for all the same.";

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

/** Opens tabs one after another, and then lets as many poll for so long. */
async function openAndPoll(
  world: BenchWorld,
  note: Note,
  count: number,
  seconds: number,
): Promise<void> {
  const what = `${count} ${count > 1 ? "tabs" : "tab"}`;
  await world.signInBehindTheScenes("ada");
  let isShown = false;
  const opened = await world.countReads(async () => {
    isShown = await doAllShow(await world.openTabs(count, world.path), "ada");
  });
  note(`${what} opened`, isShown ? opened : `${opened}, not all tabs got there`);

  const tabs = world.context.pages();
  const polling = `${world.path}?refetchInterval=${POLL_SECONDS}`;
  await Promise.all(tabs.map((tab) => tab.goto(polling)));
  isShown = await doAllShow(tabs, "ada");
  const polled = await countWhile(world, seconds * 1000);
  const name = `${what} polling each ${POLL_SECONDS} s, for ${seconds} s`;
  note(name, isShown ? polled : `${polled}, not all tabs got there`);
}

async function enterAndLeave(world: BenchWorld, note: Note): Promise<void> {
  const tabs = await world.openTabs(10, world.path);
  await expectUser(tabs, null);
  const [tab] = tabs;
  const shows = (text: RegExp) => async () => {
    const texts = await Promise.all(tabs.map((it) => it.getByRole("status").textContent()));
    return texts.filter((it) => text.test(it ?? "")).length;
  };
  note(
    "sign-in in one of 10 tabs: session requests",
    await world.countReads(() => signIn(tab, "ada")),
  );
  note("sign-in in one of 10 tabs: tabs that show it", await shows(/Ada/)());
  // All tabs know of the user, whatever it takes.
  await Promise.all(tabs.map((it) => it.reload()));
  await expectUser(tabs, "ada");
  await letTimePass(500);
  note("sign-out in one of 10 tabs: session requests", await world.countReads(() => signOut(tab)));
  note("sign-out in one of 10 tabs: tabs that show it", await shows(/unauthenticated/)());
}

async function focusAndAsk(world: BenchWorld, note: Note): Promise<void> {
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
  await Promise.all(tabs.slice(1).map((tab) => tab.close()));
  const asked = await world.countReads(() =>
    tabs[0].evaluate(async () => {
      await Promise.all(Array.from({ length: 50 }, () => window.lab.client.getSession()));
    }),
  );
  note("50 getSession() at once", asked);
}

async function loadRendered(world: BenchWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const load = (query: string) =>
    world.countReads(async () => expectUser([await world.open(world.path + query)], "ada"));
  note("first load, without a session from the server", await load(""));
  await Promise.all(world.context.pages().map((tab) => tab.close()));
  note("first load, with a session from the server", await load("?isRendered=1"));
}

type Measure = (world: BenchWorld, note: Note) => Promise<void>;

const withTabs =
  (count: number, seconds: number): Measure =>
  (world, note) =>
    openAndPoll(world, note, count, seconds);

async function take(title: string, measures: Measure[], atOnce: number): Promise<Findings> {
  const { noteFor, rows } = createRowCollector();
  await withBench(async ({ each }) => {
    for (const measure of measures) {
      await each((world) => measure(world, noteFor(world.name)), atOnce);
    }
  });
  return { tables: [{ title, note: NOTE, rows }], charts: [] };
}

/** How often the session endpoint is asked. */
export function measureRequests(): Promise<Findings> {
  return take(
    "Session requests, in Chromium",
    [...[1, 5, 10].map((count) => withTabs(count, WATCH_SECONDS)), enterAndLeave, loadRendered],
    AT_ONCE,
  );
}

/** What comes in bursts. */
export function measureBursts(): Promise<Findings> {
  return take("Session requests for events in bursts, in Chromium", [focusAndAsk], AT_ONCE);
}

/** The same with so many tabs that the machine itself comes into play. */
export function measureCrowd(): Promise<Findings> {
  const crowd = withTabs(isTrial ? 12 : 40, WATCH_CROWD_SECONDS);
  return take("Session requests of 40 tabs, in Chromium", [crowd], 1);
}
