import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, shownIn, signIn, signOut } from "../tabs.ts";
import type { Rule } from "./rule.ts";

const PAGE = "/core.html";

/** When the last of these tabs began to show what it shows now. */
async function lastArrival(tabs: Tab[]): Promise<number> {
  const shown = await Promise.all(tabs.map(shownIn));
  return Math.max(...shown.map((all) => all.at(-1)!.at));
}

/** How a change comes to all tabs. */
export const reach: Rule[] = [
  {
    name: "a sign-in and a sign-out reach ten tabs, with one session request each",
    async run({ world, note }) {
      const tabs = await world.openTabs(10, PAGE);
      // A read of a tab that has just opened must not count as one of the sign-in.
      await world.countReads(() => expectUser(tabs, null));
      for (const [what, user, act] of [
        ["sign-in", "ada", () => signIn(tabs[0], "ada")],
        ["sign-out", null, () => signOut(tabs[9]!)],
      ] as const) {
        let calledAt = 0;
        const reads = await world.countReads(async () => {
          calledAt = await act();
          await expectUser(tabs, user);
        });
        note(`${what}: ${((await lastArrival(tabs)) - calledAt).toFixed(0)} ms`);
        expect(reads, what).toBeLessThanOrEqual(1);
      }
    },
  },
  {
    name: "another user's sign-in replaces the session in ten tabs, with two session requests in all",
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(10, PAGE);
      await world.countReads(() => expectUser(tabs, "ada"));

      const reads = await world.countReads(async () => {
        await signIn(tabs[3]!, "grace");
        await expectUser(tabs, "grace");
      });

      expect(reads).toBe(2);
      for (const shown of await Promise.all(tabs.map(shownIn))) {
        const users = shown.map(({ user }) => user).filter((it) => it !== null);
        expect(users).toEqual(["Ada Lovelace", "Grace Hopper"]);
      }
    },
  },
];
