import { expect } from "vitest";
import { type FaultName, faults } from "../../server/faults.ts";
import type { Tab } from "../drivers/driver.ts";
import { expectError, expectUser, RECOVERY_MS, shownIn, takeOffline } from "../tabs.ts";
import { letTimePass, until } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

const WINDOW_MS = 4000;
/**
 * One read, and one more after two to six seconds; where the machine stalls, each tab may have begun
 * one of either before it learns of the first. Three tabs without a policy would make a dozen.
 */
const MOST_READS = 6;
const RETRY_AFTER_MS = 2000;
/** A read that waits for the lock when its tab goes offline begins by then. */
const LOCKED_MS = 1000;
/** By then other tabs have received a failure. */
const RECEIVED_MS = 500;

async function openPollingTabs(world: World): Promise<Tab[]> {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(3, "/core.html?refetchInterval=1&timeoutMs=1000");
  await expectUser(tabs, "ada");
  return tabs;
}

async function expectNeverSignedOut(tabs: Tab[]): Promise<void> {
  for (const shown of await Promise.all(tabs.map(shownIn))) {
    const users = shown.map(({ user }) => user);
    // On a busy machine a first read, too, may be given up after a second.
    const since = users.slice(users.indexOf("Ada Lovelace"));
    expect(new Set(since)).toEqual(new Set(["Ada Lovelace"]));
  }
}

/** When tabs have asked, in order. */
async function timesOfReads(tabs: Tab[]): Promise<number[]> {
  const times = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.asked)));
  return times.flat().toSorted((a, b) => a - b);
}

async function expectPatience(tabs: Tab[], from: number): Promise<void> {
  // Timers may be a hair early.
  const patienceMs = RETRY_AFTER_MS - 5;
  for (const tab of tabs) {
    const times = (await timesOfReads([tab])).filter((at) => at >= from);
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...gaps, patienceMs), "between two reads of a tab").toBe(patienceMs);
  }
  const isEarly = (at: number): boolean => at > from + RECEIVED_MS && at < from + patienceMs;
  const early = (await timesOfReads(tabs)).filter(isEarly);
  // Where the machine stalls, another tab may begin a read before it learns of the failed one.
  expect(early.length, "reads of all tabs before Retry-After is over").toBeLessThanOrEqual(1);
}

async function expectEndured(world: World, name: FaultName): Promise<string> {
  const { server } = world;
  const tabs = await openPollingTabs(world);
  const since = Date.now();
  server.fault = faults[name];
  await expectError(tabs);
  const [first = 0] = (await timesOfReads(tabs)).filter((at) => at >= since);
  // What has failed may have been asked for before.
  const from = first || since;
  await letTimePass(from + WINDOW_MS - Date.now());
  const failed = async () => (await timesOfReads(tabs)).filter((at) => at >= from);
  const reads = (await failed()).filter((at) => at < from + WINDOW_MS).length;
  if (name.includes("Retry-After")) {
    const isTriedAgain = async () => (await failed()).length > 1;
    await until("it is tried again", isTriedAgain, RECOVERY_MS);
    await expectPatience(tabs, from);
  }
  server.fault = undefined;
  await expectError(tabs, false);

  expect(reads, name).toBeLessThanOrEqual(MOST_READS);
  await expectNeverSignedOut(tabs);
  return `${name}: ${reads}`;
}

const groups = {
  "answers of no use": ["500", "401 with HTML", "404", "HTML with 200", "truncated JSON"],
  "answers with Retry-After": ["503 with Retry-After", "429 with Retry-After"],
  "no answers": ["connection reset", "hang", "hang within the body"],
} satisfies Record<string, FaultName[]>;

/** Whatever happens to a poll signs nobody out. */
export const pollFaults: Rule[] = [
  ...Object.entries(groups).map(([group, names]): Rule => ({
    name: `${group} to polls sign nobody out: tabs say so, back off and recover`,
    async run({ createWorld, note }) {
      const endured = names.map(async (name) => expectEndured(await createWorld(), name));
      note(
        `requests of 3 tabs in ${WINDOW_MS / 1000} s: ${(await Promise.all(endured)).join(", ")}`,
      );
    },
  })),
  {
    name: "offline nobody is signed out, polls rest, a read says so, and all recover",
    needs: ["offline"],
    async run({ world }) {
      const tabs = await openPollingTabs(world);

      for (const tab of tabs) await takeOffline(tab);
      const from = Date.now() + LOCKED_MS;
      await letTimePass(LOCKED_MS + 3000);
      const reads = (await timesOfReads(tabs)).filter((at) => at >= from);
      expect(reads, "reads of tabs that are offline").toEqual([]);
      await tabs[0]!.evaluate(() => window.lab.client.getSession());
      await expectError(tabs);
      for (const tab of tabs) await tab.setOffline!(false);
      await expectError(tabs, false);

      await expectNeverSignedOut(tabs);
    },
  },
];
