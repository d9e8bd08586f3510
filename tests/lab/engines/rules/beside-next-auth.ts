import { expect } from "vitest";
import { users } from "../../server/users.ts";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, nameOnScreen, signIn, signOut, textOf } from "../tabs.ts";
import { letTimePass, until } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

type Half = "ours" | "theirs";

/** Waits until both halves of a page with two clients show this user. */
async function expectBoth(page: Tab, username: string | null): Promise<void> {
  const text = nameOnScreen(username);
  for (const half of ["#ours", "#theirs"]) {
    await until(`${half} shows ${text}`, async () => (await textOf(page, half)) === text);
  }
}

/** Signs in or out by one of the two clients. */
function actBy(page: Tab, half: Half, username: string | null): Promise<void> {
  const who = username && { username, password: users[username]!.password };
  return page.evaluate(
    async (it, credentials) => {
      const { signIn: enter, signOut: leave } = window.halves[it];
      if (credentials) await enter("credentials", { ...credentials, redirect: false });
      else await leave({ redirect: false });
    },
    half,
    who,
  );
}

/** By a page load, as sign-ins mostly are; next-auth tells nobody of one that stays on the page. */
async function signInWithRedirect(tab: Tab, username: string): Promise<void> {
  // v4 dates its messages in seconds, and browsers tell nobody of what is stored already: two
  // messages of one second are one.
  await letTimePass(1000);
  const credentials = { username, password: users[username]!.password };
  await tab.evaluate((it) => {
    (window as { isLeft?: boolean }).isLeft = true;
    setTimeout(() => void window.lab.client.signIn("credentials", it));
  }, credentials);
  const isLoaded = () => tab.evaluate(() => !(window as { isLeft?: boolean }).isLeft);
  await until("the sign-in loads a page", isLoaded);
}

async function openTwoClients(world: World, dialect: string, user: string | null): Promise<Tab> {
  if (user) await world.signInBehindTheScenes(user);
  const page = await world.open(`/both.html?peer=${dialect}`);
  // What each of them asks and tells as it begins is over.
  await world.countReads(() => expectBoth(page, user));
  return page;
}

/** Tabs and pages on which next-auth's own client runs, too. */
export const besideNextAuth: Rule[] = [
  {
    name: "a page that runs next-auth/react as well has one session, whichever half changes it",
    async run({ world, engine }) {
      const page = await openTwoClients(world, engine.dialect, "ada");
      const changes: [Half, string | null][] = [
        ["ours", null],
        ["ours", "ada"],
        ["theirs", null],
        ["theirs", "ada"],
        ["theirs", "grace"],
      ];
      for (const [half, username] of changes) {
        const reads = await world.countReads(async () => {
          await actBy(page, half, username);
          await expectBoth(page, username);
        });
        expect(reads, `${half}: ${username}`).toBeLessThanOrEqual(6);
        // Messages of next-auth 4 that fall into one second are one.
        await letTimePass(1000);
      }
    },
  },
  {
    name: "what two clients of a page tell each other has an end",
    async run({ world, engine }) {
      const page = await openTwoClients(world, engine.dialect, null);
      await actBy(page, "ours", "ada");
      await actBy(page, "theirs", null);
      await actBy(page, "theirs", "ada");
      await actBy(page, "ours", null);
      await expectBoth(page, null);
      // What is told is asked about once a second at most, and so perhaps once more.
      await letTimePass(2000);
      expect(await world.countReads(() => letTimePass(2000))).toBe(0);
    },
  },
  {
    name: "a tab that runs next-auth/react follows a sign-in and a sign-out, and is followed",
    async run({ world, engine }) {
      const peer = await world.open(`/next-auth-${engine.dialect}.html`);
      const ours = await world.open("/react.html");
      const tabs = [peer, ours];
      await expectUser(tabs, null);
      await signIn(ours, "ada");
      await expectUser(tabs, "ada");
      await signOut(ours);
      await expectUser(tabs, null);
      await signInWithRedirect(peer, "ada");
      await expectUser(tabs, "ada");
      await signInWithRedirect(peer, "grace");
      await expectUser(tabs, "grace");
      await letTimePass(1000);
      await signOut(peer);
      await expectUser(tabs, null);
    },
  },
];
