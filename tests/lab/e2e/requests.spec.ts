import { expectUser } from "./tabs.ts";
import { letTimePass } from "../engines/until.ts";
import { expect, test, type World } from "./world.ts";

const TEN_SECONDS = 10_000;

/** How many session reads come within the next ten seconds. */
async function countReadsInTenSeconds({ server }: World): Promise<number> {
  const from = Date.now();
  await letTimePass(TEN_SECONDS);
  return server.sessionReads().filter(({ at }) => at >= from && at < from + TEN_SECONDS).length;
}

for (const { count, seconds, most } of [
  { count: 10, seconds: 1, most: 11 },
  { count: 40, seconds: 2, most: 7 },
]) {
  test(`${count} tabs that poll every ${seconds} s make at most ${most} requests in 10 s`, async ({
    world,
  }) => {
    test.slow();
    await world.signInBehindTheScenes("ada");
    const tabs = await world.openTabs(count, `/core.html?refetchInterval=${seconds}`);
    await expectUser(tabs, "ada");

    const reads = await countReadsInTenSeconds(world);

    console.log(`${count} tabs × ${seconds} s poll × 10 s: ${reads} session requests`);
    expect(reads, "polls of all tabs in 10 s: session requests").toBeLessThanOrEqual(most);
    // They do poll; how often, depends on the machine.
    expect(reads, "polls of all tabs in 10 s: they do poll").toBeGreaterThan(2);
  });
}

test("closing the tab that is polling delays the next poll by no more than one interval", async ({
  world,
}) => {
  const intervalMs = 2000;
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(3, `/core.html?refetchInterval=${intervalMs / 1000}`);
  await expectUser(tabs, "ada");

  const held = world.server.hold("GET session");
  const poll = await world.context.waitForEvent("request", (request) =>
    request.url().endsWith("/api/auth/session"),
  );
  await held.arrived;
  // Meanwhile the other tabs are due too, and find that somebody is polling.
  await letTimePass(100);
  const before = world.server.sessionReads().length;
  await poll.frame().page().close();
  await expect.poll(() => world.server.sessionReads().length).toBeGreaterThan(before);

  const [lost, next] = world.server.sessionReads().slice(before - 1);
  const delayMs = next!.at - lost!.at;
  console.log(`a poll was lost with its tab: another tab polled after ${delayMs} ms`);
  // Intervals have 10 % of jitter.
  expect(delayMs, "a poll was lost with its tab: ms until the next").toBeLessThanOrEqual(
    intervalMs * 1.1,
  );
});

test("8 tabs that are opened one after another make at most 2 requests", async ({ world }) => {
  await world.signInBehindTheScenes("ada");
  // Empty windows first: how fast a machine opens windows is not the subject.
  const tabs = await world.openTabs(8, "about:blank");

  const reads = await world.countReads(async () => {
    for (const tab of tabs) {
      await tab.goto("/core.html");
      await expectUser([tab], "ada");
    }
  });

  console.log(`8 tabs opened one after another: ${reads} session requests`);
  // One, unless a slow machine needs longer for them than an answer counts as fresh.
  expect(reads, "8 tabs opened one after another: session requests").toBeLessThanOrEqual(2);
});

for (const { name, query, expected } of [
  { name: "a first load makes one request", query: "", expected: 1 },
  {
    name: "a session from the server saves the first request",
    query: "?isRendered=1",
    expected: 0,
  },
]) {
  test(name, async ({ world }) => {
    await world.signInBehindTheScenes("ada");

    const reads = await world.countReads(async () => {
      await expectUser([await world.open(`/react.html${query}`)], "ada");
    });

    console.log(`${name}: ${reads} session requests`);
    expect(reads, "session requests of a first load").toBe(expected);
  });
}

test("20 focus events in 2 s over 5 tabs make at most 2 requests", async ({ world }) => {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(5, "/core.html");
  await expectUser(tabs, "ada");
  // Until then what they know is fresh, and no focus would cost anything.
  await letTimePass(5000);

  const reads = await world.countReads(async () => {
    for (let count = 0; count < 20; count += 1) {
      // Playwright keeps all tabs visible: the event is what a return to the tab would bring.
      await tabs[count % 5]!.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await letTimePass(100);
    }
  });

  console.log(`20 focus events over 5 tabs: ${reads} session requests`);
  expect(reads, "20 focus events: they are heard").toBeGreaterThan(0);
  expect(reads, "20 focus events: session requests").toBeLessThanOrEqual(2);
});
