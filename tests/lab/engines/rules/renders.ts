import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, signIn, signOut, textOf } from "../tabs.ts";
import { until } from "../until.ts";
import type { Rule } from "./rule.ts";

const PAGE = "/react.html?consumers=1000";

function rendersOf(tab: Tab): Promise<number> {
  return tab.evaluate(() => window.lab.renders!);
}

/** What changes nothing renders nobody; what changes renders once. */
export const renders: Rule[] = [
  {
    name: "1,000 consumers do not render for 6 polls that change nothing",
    async run({ world }) {
      const { server } = world;
      await world.signInBehindTheScenes("ada");
      const tab = await world.open(`${PAGE}&refetchInterval=1`);
      await expectUser([tab], "ada");

      const before = await rendersOf(tab);
      const reads = server.sessionReads().length;
      // The seventh is only asked when the sixth has been dealt with.
      await until("it has polled seven times", () => server.sessionReads().length >= reads + 7);

      expect(await rendersOf(tab)).toBe(before);
    },
  },
  {
    name: "1,000 consumers render twice until they show a session, and once for a sign-out or a sign-in",
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const tab = await world.open(PAGE);
      await expectUser([tab], "ada");
      let before = 0;
      const expectAtMost = async (what: string, most: number): Promise<void> => {
        const count = await rendersOf(tab);
        expect(count - before, `${what}: renders`).toBeLessThanOrEqual(most);
        before = count;
      };

      await expectAtMost("until they show the session", 2000);
      await signOut(tab);
      await expectUser([tab], null);
      await expectAtMost("a sign-out", 1000);
      await signIn(tab, "ada");
      await expectUser([tab], "ada");
      await expectAtMost("a sign-in", 1000);
    },
  },
  {
    name: "1,000 consumers that a server has rendered with the session render once",
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const tab = await world.open(`${PAGE}&isRendered=1&isHydrated=1`);
      await expectUser([tab], "ada");
      await until("the last one shows Ada", async () =>
        (await textOf(tab, "li:last-child")).includes("Ada Lovelace"),
      );

      const count = await rendersOf(tab);
      expect(count, "they render").toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(1000);
    },
  },
];
