import { expect } from "vitest";
import { faults } from "../../server/faults.ts";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, shownIn, signIn, signOut } from "../tabs.ts";
import { until } from "../until.ts";
import { untilTitle, type World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** What a page showed in its first frame after it had been restored. */
interface Restored {
  persisted: boolean;
  screen: string;
}

interface PageWithCache extends Window {
  /** There until a page is loaded anew. */
  isLeft?: boolean;
  restored?: Restored;
}

/** Opens two tabs of Ada's, and leaves the first for a page without a session. */
async function leavePage(world: World): Promise<[left: Tab, other: Tab]> {
  await world.signInBehindTheScenes("ada");
  const [left, other] = await world.openTabs(2, "/core.html");
  await expectUser([left, other!], "ada");
  await leave(left);
  return [left, other!];
}

/** Loads the page without a session, once the page has run what led to it. */
async function leave(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    (window as PageWithCache).isLeft = true;
    addEventListener("pageshow", ({ persisted }) =>
      requestAnimationFrame(() => {
        const screen = document.querySelector('[role="status"]')?.textContent ?? "";
        (window as PageWithCache).restored = { persisted, screen };
      }),
    );
    setTimeout(() => {
      location.href = "/pages/plain.html";
    });
  });
  await untilTitle(tab, /No session at all/);
}

async function goBack(tab: Tab): Promise<Restored> {
  await tab.evaluate(() => void setTimeout(() => history.back()));
  await untilTitle(tab, /core/);
  const look = () =>
    tab.evaluate(() => {
      const { isLeft, restored, lab }: PageWithCache = window;
      const loaded = { persisted: false, screen: "loaded anew" };
      return restored ?? (lab && !isLeft ? loaded : null);
    });
  await until("the page is there", async () => !!(await look()));
  return (await look())!;
}

/** From the moment at which it was left, the tab must not have shown Ada any more. */
async function expectWithoutAda(tab: Tab, restored: Restored): Promise<void> {
  expect(restored.persisted).toBe(true);
  expect(restored.screen).not.toBe("Ada Lovelace");
  const users = (await shownIn(tab)).map(({ user }) => user);
  expect(users.slice(0, 2)).toEqual([null, "Ada Lovelace"]);
  expect(users.slice(2)).not.toContain("Ada Lovelace");
}

/** WebKit keeps two pages in all, of whichever tab. */
const conditions: Pick<Rule, "needs" | "isAlone"> = { needs: ["page cache"], isAlone: true };

/** The back/forward cache keeps the page, and never brings back a user who has gone. */
export const pageCache: Rule[] = [
  {
    name: "a page from the back/forward cache never shows the user who has signed out elsewhere",
    ...conditions,
    async run({ world }) {
      const [tab, other] = await leavePage(world);
      await signOut(other);

      const restored = await goBack(tab);
      await expectUser([tab], null);
      await expectWithoutAda(tab, restored);
    },
  },
  {
    name: "… nor does it while the server says nothing, and no other tab is there",
    ...conditions,
    async run({ world }) {
      const [tab, other] = await leavePage(world);
      await signOut(other);
      await other.close();
      world.server.fault = faults.hang;

      const restored = await goBack(tab);
      expect(restored.screen).toBe("loading");
      await expectUser([tab], null);
      await expectWithoutAda(tab, restored);
    },
  },
  {
    name: "a page from the back/forward cache shows the user who has signed in elsewhere",
    ...conditions,
    async run({ world }) {
      const [tab, other] = await leavePage(world);
      await signIn(other, "grace");
      // What the page shows until the server has answered, it shows for some frames.
      await other.close();
      world.server.latencyMs = 300;

      const restored = await goBack(tab);
      await expectUser([tab], "grace");
      await expectWithoutAda(tab, restored);
    },
  },
  {
    name: "a page that is left while it reads is kept, and another tab may read meanwhile",
    needs: ["page cache", "page cache during requests"],
    isAlone: true,
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const other = await world.open("/core.html");
      const left = await world.open("/core.html?refetchInterval=1");
      await expectUser([left, other], "ada");
      const held = world.server.hold("GET session");
      await held.arrived;
      await leave(left);
      await held.dropped;
      const name = await other.evaluate(async () => {
        const session = await window.lab.client.getSession();
        return session?.user?.name ?? null;
      });
      expect(name).toBe("Ada Lovelace");

      expect(await goBack(left)).toEqual({ persisted: true, screen: "Ada Lovelace" });
      await signOut(other);
      await expectUser([left], null);
    },
  },
  {
    name: "a page from the back/forward cache keeps its user on screen if nothing has changed",
    ...conditions,
    async run({ world, note }) {
      const [tab] = await leavePage(world);

      const reads = await world.countReads(async () => {
        expect(await goBack(tab)).toEqual({ persisted: true, screen: "Ada Lovelace" });
      });

      note(`back from the cache: ${reads} session request`);
      expect(reads).toBe(1);
      expect((await shownIn(tab)).length).toBe(2);
    },
  },
];
