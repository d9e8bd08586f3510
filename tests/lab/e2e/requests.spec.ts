import { expectUser } from "./tabs.ts";
import { countReadsInTenSeconds } from "../engines/count-reads.ts";
import { letTimePass } from "../engines/until.ts";
import { expect, test } from "./world.ts";

test("40 tabs that poll every 2 s make at most 7 requests in 10 s", async ({ world }) => {
  test.slow();
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(40, "/core.html?refetchInterval=2");
  await expectUser(tabs, "ada");

  const reads = await countReadsInTenSeconds(world.server);

  console.log(`40 tabs × 2 s poll × 10 s: ${reads} session requests`);
  expect(reads, "polls of all tabs in 10 s: session requests").toBeLessThanOrEqual(7);
  // They do poll; how often, depends on the machine.
  expect(reads, "polls of all tabs in 10 s: they do poll").toBeGreaterThan(2);
});

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
