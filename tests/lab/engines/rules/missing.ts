import { expect } from "vitest";
import { type Feature, takeAway } from "../init-scripts.ts";
import { preparation } from "../prepared-pages.ts";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, nameOnScreen, signIn, signOut } from "../tabs.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** All that the browser keeps for the origin, but for cookies that scripts cannot read. */
function readStorage({ plain }: World): Promise<string> {
  return plain.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
      document.cookie,
    ]),
  );
}

/** By then tabs that receive nothing have polled several times. */
const CUT_OFF_MS = 15_000;

const features: Feature[] = ["BroadcastChannel", "Web Locks", "storage"];

/**
 * Signs in or out in one tab, and waits until all tabs show it. Tabs that receive nothing of one
 * another cannot stop a read that is under way, and its answer brings the old cookie back. Then it is
 * done again: these tabs have to follow the cookie, whoever's it is.
 */
async function changeUser(
  world: World,
  tabs: Tab[],
  username: string | null,
  change: () => Promise<unknown>,
  isCutOff: boolean,
): Promise<void> {
  await change();
  await expectUser(tabs, username, isCutOff ? CUT_OFF_MS : undefined).catch(async (error) => {
    const cookie = await world.userOfCookie();
    const isLost = cookie !== (username === null ? undefined : nameOnScreen(username));
    if (!isCutOff || !isLost)
      throw new Error(`${error}; the cookie is ${cookie ?? "nobody"}'s`, { cause: error });
    await change();
    await expectUser(tabs, username);
  });
}

/** What a browser lacks, or refuses, is done without. */
export const missing: Rule[] = [[], ...features.map((feature) => [feature]), features].map(
  (lacking) => ({
    name: `${lacking.length ? `without ${lacking.join(", ")}` : "with all that browsers have"}, all tabs follow each change, and nothing of the session is stored`,
    async run({ world, note }) {
      await world.signInBehindTheScenes("ada");
      const path = "/core.html?refetchInterval=1";
      const before = [preparation(takeAway, lacking)];
      const tabs = await world.openTabs(3, path, { before });
      await expectUser(tabs, "ada");

      const reads = await world.countReads(async () => {
        const isCutOff = lacking === features;
        await changeUser(world, tabs, "grace", () => signIn(tabs[1]!, "grace"), isCutOff);
        await changeUser(world, tabs, null, () => signOut(tabs[2]!), isCutOff);
      });
      note(`lacking ${lacking.length}: ${reads} requests for a change of user and a sign-out`);

      await signIn(tabs[0], "alan");
      // Nobody polls for a user who is signed out: a sign-in has to be told, or looked for.
      const open = lacking === features ? await world.openTabs(2, path, { before }) : tabs;
      await expectUser(open, "alan");
      expect(await readStorage(world)).not.toMatch(/Ada|Grace|Alan|lab\.test/);
    },
  }),
);
