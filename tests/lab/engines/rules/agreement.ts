import { users } from "../../server/users.ts";
import { expectUser, signIn, signOut } from "../tabs.ts";
import { letTimePass } from "../until.ts";
import type { Rule } from "./rule.ts";

const QUICK_MS = 40;

/** Tabs agree with the server in the end. */
export const agreement: Rule[] = [
  {
    name: "after ten quick sign-ins and sign-outs in four tabs, all tabs agree with the server",
    async run({ world, note }) {
      const tabs = await world.openTabs(4, "/core.html");
      await expectUser(tabs, null);

      const usernames = Object.keys(users);
      const ends: Promise<unknown>[] = [];
      for (let step = 0; step < 10; step += 1) {
        const tab = tabs[(step * 3) % 4]!;
        ends.push(step % 2 ? signOut(tab) : signIn(tab, usernames[step % 3]!));
        await letTimePass(QUICK_MS);
      }
      // They get in each other's way, so that one or the other may fail.
      await world.countReads(() => Promise.allSettled(ends));

      const name = await world.userOfCookie();
      const user = usernames.find((it) => users[it]!.name === name) ?? null;
      note(`ten quick sign-ins and sign-outs: all four tabs show ${user ?? "nobody"}`);
      await expectUser([...tabs, await world.open("/core.html")], user);
    },
  },
];
