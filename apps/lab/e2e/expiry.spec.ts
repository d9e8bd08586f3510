import type { Page } from "@playwright/test";
import { setClockForth } from "./init-scripts.ts";
import { expectUser, sightsOf } from "./tabs.ts";
import { expect, letTimePass, test, type World } from "./world.ts";

const A_DAY_MS = 24 * 3600 * 1000;

/** Opens a page, the first read of which brings a session of so many seconds. */
async function openWithSession(world: World, maxAge: number): Promise<Page> {
  await world.signInBehindTheScenes("ada");
  world.server.maxAge = maxAge;
  return world.open("/pages/core.html");
}

/** Answers say the time in whole seconds. */
async function expectTwoSeconds(tab: Page): Promise<void> {
  const [, shown, ended] = await sightsOf(tab);
  const ms = ended!.at - shown!.at;
  console.log(`a session of 2 s: ${ms.toFixed(0)} ms on screen`);
  expect(ms).toBeGreaterThan(1000);
  expect(ms).toBeLessThan(4000);
}

async function usersOnScreen(tab: Page): Promise<(string | null)[]> {
  return (await sightsOf(tab)).map(({ user }) => user);
}

test("a session of 2 s ends on screen, though nobody polls", async ({ world }) => {
  const tab = await openWithSession(world, 2);
  await expectUser([tab], null);

  await expectTwoSeconds(tab);
  expect(await usersOnScreen(tab)).toEqual([null, "Ada Lovelace", null]);
});

for (const [name, days] of [
  ["ahead", 1],
  ["behind", -1],
] as const) {
  test(`a clock that is one day ${name} neither signs anybody out nor keeps anybody in`, async ({
    createWorld,
  }) => {
    const [long, short] = [await createWorld(), await createWorld()];
    for (const { context } of [long, short]) {
      await context.addInitScript(setClockForth, days * A_DAY_MS);
    }
    const stays = await openWithSession(long, 3600);
    const ends = await openWithSession(short, 2);
    await expectUser([ends], null);
    // A session that is taken for ended is asked for at once; an end by mistake would be there now.
    await letTimePass(1000);

    expect(await usersOnScreen(stays)).toEqual([null, "Ada Lovelace"]);
    expect(await usersOnScreen(ends)).toEqual([null, "Ada Lovelace", null]);
    await expectTwoSeconds(ends);
    expect(long.server.sessionReads().length).toBe(1);
  });
}
