import { expect } from "vitest";
import { type Feature, takeAway } from "../init-scripts.ts";
import { preparation } from "../prepared-pages.ts";
import { expectUser, signIn, signOut } from "../tabs.ts";
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

const features: Feature[] = ["BroadcastChannel", "Web Locks", "storage"];

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
        await signIn(tabs[1]!, "grace");
        await expectUser(tabs, "grace");
        await signOut(tabs[2]!);
        await expectUser(tabs, null).catch(async (error) => {
          const cookie = await world.userOfCookie();
          throw new Error(`${error}; the cookie is ${cookie ?? "nobody"}'s`, { cause: error });
        });
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
