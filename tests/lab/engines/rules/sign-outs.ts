import { expect } from "vitest";
import { faults } from "../../server/faults.ts";
import type { Tab } from "../drivers/driver.ts";
import { expectUser } from "../tabs.ts";
import { until } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** Signs out without leaving the page. Resolves to what was thrown, as its name and code. */
function trySignOut(tab: Tab): Promise<string> {
  return tab.evaluate(() =>
    window.lab.client.signOut({ redirect: false }).then(
      () => "signed out",
      (error: Error & { code?: string }) => `${error.name} ${error.code}`,
    ),
  );
}

async function openAda(world: World): Promise<[Tab, ...Tab[]]> {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(2, "/core.html");
  await expectUser(tabs, "ada");
  return tabs;
}

async function expectSignedOut(world: World, tabs: [Tab, ...Tab[]]): Promise<void> {
  expect(await trySignOut(tabs[0])).toBe("signed out");
  await expectUser(tabs, null);
  expect(await world.userOfCookie()).toBe(undefined);
}

interface Failure {
  what: string;
  spoil(server: World["server"]): void;
  error: string;
}

const failures: Failure[] = [
  {
    what: "a 500",
    spoil: (server) => (server.signOutFault = faults["500"]),
    error: "SessionFetchError http",
  },
  {
    what: "a connection that is reset",
    spoil: (server) => (server.signOutFault = faults["connection reset"]),
    error: "SessionFetchError network",
  },
  {
    what: "two refused tokens",
    spoil: (server) => (server.tamperedTokens = 2),
    error: "CsrfError csrf",
  },
];

/** A sign-out leads where it is to, or says what went wrong. */
export const signOuts: Rule[] = [
  ...failures.map(({ what, spoil, error }): Rule => ({
    name: `a sign-out that comes to nothing by ${what} says so, and leaves the session as the server has it`,
    async run({ world }) {
      const tabs = await openAda(world);

      spoil(world.server);
      expect(await trySignOut(tabs[0])).toBe(error);
      await world.countReads(() => expectUser(tabs, "ada"));
      expect(await world.userOfCookie()).toBe("Ada Lovelace");

      world.server.signOutFault = undefined;
      await expectSignedOut(world, tabs);
    },
  })),
  {
    name: "a token that is refused once is replaced by a fresh one, unseen",
    async run({ world }) {
      const tabs = await openAda(world);
      world.server.tamperedTokens = 1;
      await expectSignedOut(world, tabs);
      expect(world.server.tamperedTokens, "tokens still to be refused").toBe(0);
    },
  },
  ...["callbackUrl", "redirectTo"].map((name): Rule => ({
    name: `${name} is where a sign-out leads`,
    async run({ world }) {
      const tabs = await openAda(world);
      await tabs[0].evaluate((option) => {
        void window.lab.client.signOut({ [option]: "/core.html?bye" });
      }, name);
      await until("the page is there", () =>
        tabs[0].evaluate(() => location.href.endsWith("/core.html?bye")),
      );
      await expectUser(tabs, null);
    },
  })),
];
