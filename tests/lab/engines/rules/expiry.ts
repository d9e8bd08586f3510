import { expect } from "vitest";
import { setClockForth } from "../init-scripts.ts";
import type { Tab } from "../drivers/driver.ts";
import { type Preparation, preparation } from "../prepared-pages.ts";
import { expectUser, shownIn } from "../tabs.ts";
import { letTimePass } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

const A_DAY_MS = 24 * 3600 * 1000;

/** Opens a page, the first read of which brings a session of so many seconds. */
async function openWithSession(
  world: World,
  maxAge: number,
  before: Preparation[] = [],
): Promise<Tab> {
  await world.signInBehindTheScenes("ada");
  world.server.maxAge = maxAge;
  return world.open("/core.html", { before });
}

/** Answers say the time in whole seconds. */
async function expectTwoSeconds(tab: Tab): Promise<void> {
  const [, shown, ended] = await shownIn(tab);
  const ms = ended!.at - shown!.at;
  expect(ms).toBeGreaterThan(1000);
  // Two, if the machine does nothing else.
  expect(ms).toBeLessThan(8000);
}

async function usersOnScreen(tab: Tab): Promise<(string | null)[]> {
  return (await shownIn(tab)).map(({ user }) => user);
}

/** A session ends when the server means it to. */
export const expiry: Rule[] = [
  {
    name: "a session of 2 s ends on screen, though nobody polls",
    async run({ world }) {
      const tab = await openWithSession(world, 2);
      await expectUser([tab], null);

      await expectTwoSeconds(tab);
      expect(await usersOnScreen(tab)).toEqual([null, "Ada Lovelace", null]);
    },
  },
  ...[["ahead", 1] as const, ["behind", -1] as const].map(([name, days]): Rule => ({
    name: `a clock that is one day ${name} neither signs anybody out nor keeps anybody in`,
    async run({ world: long, createWorld }) {
      const short = await createWorld();
      const before = [preparation(setClockForth, days * A_DAY_MS)];
      const stays = await openWithSession(long, 3600, before);
      const ends = await openWithSession(short, 2, before);
      await expectUser([ends], null);
      // A session that is taken for ended is asked for at once; an end by mistake would be there now.
      await letTimePass(1000);

      expect(await usersOnScreen(stays)).toEqual([null, "Ada Lovelace"]);
      expect(await usersOnScreen(ends)).toEqual([null, "Ada Lovelace", null]);
      await expectTwoSeconds(ends);
      expect(long.server.sessionReads().length).toBe(1);
    },
  })),
];
