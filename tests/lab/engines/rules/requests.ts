import { expect } from "vitest";
import { countReadsInTenSeconds } from "../count-reads.ts";
import type { Tab } from "../drivers/driver.ts";
import { isAnsweredLate } from "../hello.ts";
import { expectUser, RECOVERY_MS } from "../tabs.ts";
import { letTimePass, until } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** As long as an answer counts as fresh. */
const FRESH_MS = 5000;
/**
 * One tab makes 11, as an interval may be a tenth shorter. Where the machine stalls, two tabs may
 * ask at once, before either learns of the other. Ten tabs without a policy would make 100.
 */
const MOST_POLLS = 13;

async function expectOnePoll(world: World, tabs: Tab[]): Promise<number> {
  await expectUser(tabs, "ada");
  const reads = await countReadsInTenSeconds(world.server);
  expect(reads, "polls of all tabs in 10 s").toBeLessThanOrEqual(MOST_POLLS);
  // They do poll; how often, depends on the machine.
  expect(reads, "polls of all tabs in 10 s: they do poll").toBeGreaterThan(2);
  return reads;
}

/** What tabs ask, and how little of it. */
export const requests: Rule[] = [
  {
    name: "ten tabs that poll every second ask no more often than one tab would",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(10, "/core.html?refetchInterval=1");
      note(`10 tabs × 1 s poll × 10 s: ${await expectOnePoll(world, tabs)} session requests`);
    },
  },
  {
    name: "tabs that lie hidden poll as one, and follow a change",
    needs: ["hidden tabs"],
    // Tabs of one window are hidden by one another.
    isAlone: true,
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const path = "/core.html?refetchInterval=1";
      const hidden = await world.openTabs(3, path, { isHidden: true });
      // Whichever came last is in front of the others.
      const front = await world.open("/pages/plain.html", { isHidden: true });
      await hideBehind(hidden, front);
      note(`3 hidden tabs × 1 s poll × 10 s: ${await expectOnePoll(world, hidden)} requests`);

      await world.signInBehindTheScenes("grace");
      // Firefox delays the timers of hidden tabs by what their scripts have taken of the processor.
      await expectUser(hidden, "grace", RECOVERY_MS);
    },
  },
  {
    name: "a tab that is closed while it has the lock delays the next poll by one interval at most",
    async run({ world, note }) {
      const { server } = world;
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(3, "/core.html?refetchInterval=2");
      await expectUser(tabs, "ada");

      const before = await Promise.all(tabs.map(countAsked));
      const held = server.hold("GET session");
      await held.arrived;
      const after = await Promise.all(tabs.map(countAsked));
      const polling = tabs[after.findIndex((count, index) => count !== before[index])]!;
      // Meanwhile the other tabs are due too, and find that somebody is polling.
      await letTimePass(200);
      const reads = server.sessionReads().length;
      await polling.close();
      const closedAt = Date.now();
      await until("another tab polls", () => server.sessionReads().length > reads);

      // A tab that is denied the lock looks again after a second; timers and machine take their time.
      note(`polled ${Date.now() - closedAt} ms after the polling tab was closed`);
      expect(Date.now() - closedAt).toBeLessThan(10_000);
    },
  },
  {
    name: "50 calls of getSession() at once make one request",
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const tab = await world.open("/core.html");
      await expectUser([tab], "ada");
      const reads = await world.countReads(async () => {
        const names = await tab.evaluate(async () => {
          const calls = Array.from({ length: 50 }, () => window.lab.client.getSession());
          return (await Promise.all(calls)).map((session) => session?.user?.name);
        });
        expect(new Set(names)).toEqual(new Set(["Ada Lovelace"]));
      });
      expect(reads).toBe(1);
    },
  },
  {
    name: "8 tabs that are opened one after another ask twice at most while an answer is fresh",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      // Windows first: how fast a machine opens them is not the subject.
      const tabs = await world.openTabs(8, "/pages/plain.html");
      const startedAt = Date.now();
      let late = 0;
      const reads = await world.countReads(async () => {
        for (const tab of tabs) {
          await tab.goTo(`${world.server.url}/core.html`);
          await expectUser([tab], "ada");
          // On a busy machine a tab may wait for its peers in vain, and ask.
          late += Number(await isAnsweredLate(tab));
        }
      });
      const outdated = Math.floor((Date.now() - startedAt) / FRESH_MS);
      note(`8 tabs opened one after another: ${reads} session requests, ${late} answers too late`);
      expect(reads).toBeLessThanOrEqual(2 + outdated + late);
    },
  },
  ...[
    { name: "a first load makes one request", query: "", expected: 1 },
    {
      name: "a session from the server saves the first request",
      query: "?isRendered=1",
      expected: 0,
    },
  ].map(({ name, query, expected }): Rule => ({
    name,
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const reads = await world.countReads(async () => {
        await expectUser([await world.open(`/react.html${query}`)], "ada");
      });
      expect(reads).toBe(expected);
    },
  })),
  {
    name: "20 focus events over 5 tabs make two requests at most as long as an answer is fresh",
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(5, "/core.html");
      await expectUser(tabs, "ada");
      // Until then what they know is fresh, and no focus would cost anything.
      await letTimePass(FRESH_MS);

      const startedAt = Date.now();
      const reads = await world.countReads(async () => {
        for (let count = 0; count < 20; count += 1) {
          // The windows are visible all the time: the event is what a return to the tab would bring.
          await tabs[count % 5]!.evaluate(
            () => void document.dispatchEvent(new Event("visibilitychange")),
          );
          await letTimePass(100);
        }
      });

      note(`20 focus events over 5 tabs: ${reads} session requests`);
      expect(reads, "the focus causes reads").toBeGreaterThan(0);
      // Two tabs may ask at once, before either learns of the other.
      expect(reads).toBeLessThanOrEqual(2 + Math.floor((Date.now() - startedAt) / FRESH_MS));
    },
  },
];

function countAsked(tab: Tab): Promise<number> {
  return tab.evaluate(() => window.asked.length);
}

async function hideBehind(tabs: Tab[], front: Tab): Promise<void> {
  await front.click("body");
  const states = () => Promise.all(tabs.map((it) => it.evaluate(() => document.visibilityState)));
  await until("all tabs are hidden", async () => (await states()).every((it) => it === "hidden"));
}
