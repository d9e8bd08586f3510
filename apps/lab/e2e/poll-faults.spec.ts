import type { Page } from "@playwright/test";
import { type FaultName, faults } from "../server/faults.ts";
import { expectError, expectNoError, expectUser, sightsOf } from "./tabs.ts";
import { expect, letTimePass, test, type World } from "./world.ts";

const WINDOW_MS = 4000;
/**
 * One read, and one more after two to six seconds; where the machine stalls, each tab may have begun
 * one before it hears of the first. Three tabs without a policy would make a dozen.
 */
const MOST_READS = 4;
const RETRY_AFTER_MS = 2000;

async function openPollingTabs(world: World): Promise<Page[]> {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(3, "/pages/core.html?refetchInterval=1&timeoutMs=1000");
  await expectUser(tabs, "ada");
  return tabs;
}

async function expectNeverSignedOut(tabs: Page[]): Promise<void> {
  const sights = (await Promise.all(tabs.map(sightsOf))).flat();
  const users = sights.filter(({ status }) => status !== "loading").map(({ user }) => user);
  expect(new Set(users)).toEqual(new Set(["Ada Lovelace"]));
}

/** Times of the reads that tabs ask for; Chromium may repeat a lost one by itself. */
function watchReads({ context }: World): number[] {
  const times: number[] = [];
  context.on("request", (request) => {
    if (request.url().endsWith("/api/auth/session")) times.push(Date.now());
  });
  return times;
}

async function expectEndured(world: World, name: FaultName): Promise<void> {
  const { server } = world;
  const tabs = await openPollingTabs(world);
  const before = server.sessionReads().length;
  const times = watchReads(world);
  server.fault = faults[name];
  await expectError(tabs);
  // What has failed may have been asked for before.
  await expect.poll(() => times.length).toBeGreaterThan(0);
  await letTimePass(times[0]! + WINDOW_MS - Date.now());
  const reads = times.filter((at) => at < times[0]! + WINDOW_MS).length;
  const failed = () => server.sessionReads().slice(before);
  if (name.includes("Retry-After")) {
    await expect.poll(() => failed().length, { timeout: 20_000 }).toBeGreaterThan(1);
    const gaps = failed()
      .slice(1)
      .map(({ at }, index) => at - failed()[index]!.at);
    // Timers may be a hair early.
    expect(Math.min(...gaps), name).toBeGreaterThanOrEqual(RETRY_AFTER_MS - 5);
  }
  server.fault = undefined;
  await expectNoError(tabs);

  console.log(`${name}: ${reads} requests of 3 tabs in ${WINDOW_MS / 1000} s`);
  expect(reads, name).toBeLessThanOrEqual(MOST_READS);
  await expectNeverSignedOut(tabs);
}

const groups = {
  "answers of no use": ["500", "401 with HTML", "404", "HTML with 200", "truncated JSON"],
  "answers with Retry-After": ["503 with Retry-After", "429 with Retry-After"],
  "no answers": ["connection reset", "hang", "hang within the body"],
} satisfies Record<string, FaultName[]>;

for (const [group, names] of Object.entries(groups)) {
  test(`${group} to polls sign nobody out: tabs say so, back off and recover`, async ({
    createWorld,
  }) => {
    test.slow();
    await Promise.all(names.map(async (name) => expectEndured(await createWorld(), name)));
  });
}

test("offline nobody is signed out, polls rest, a read says so, and all recover", async ({
  world,
}) => {
  test.slow();
  const tabs = await openPollingTabs(world);

  const times = watchReads(world);
  await world.context.setOffline(true);
  await letTimePass(3000);
  expect(times.length).toBe(0);
  await tabs[0]!.evaluate(() => window.lab.client.getSession());
  await expectError(tabs);
  await world.context.setOffline(false);
  await expectNoError(tabs);

  await expectNeverSignedOut(tabs);
});
