import { expect } from "vitest";
import { expectUser, shownIn, signOut } from "../tabs.ts";
import { until } from "../until.ts";
import type { Rule } from "./rule.ts";

/** Tabs that the browser suspends while they are there. */
export const freezing: Rule[] = [
  {
    name: "a tab that was frozen during a sign-out follows when it goes on, and holds nobody up",
    needs: ["freezing"],
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const [frozen, other] = await world.openTabs(2, "/core.html?refetchInterval=1");
      await expectUser([frozen, other!], "ada");

      await frozen.setFrozen!(true);
      const reads = world.server.sessionReads().length;
      await until("the other tab polls", () => world.server.sessionReads().length > reads);
      await signOut(other!);
      await expectUser([other!], null);
      await frozen.setFrozen!(false);
      await expectUser([frozen], null);
      const users = (await shownIn(frozen)).map(({ user }) => user);
      expect(users.lastIndexOf("Ada Lovelace")).toBe(users.indexOf("Ada Lovelace"));
    },
  },
];
