import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, shownIn } from "../tabs.ts";
import { until } from "../until.ts";
import { untilTitle } from "../world.ts";
import type { Rule } from "./rule.ts";

interface PageWithPopup extends Window {
  outcome?: string;
}

/** Puts a button on the page that signs in by a popup. */
function addButton(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    const page: PageWithPopup = window;
    const button = document.createElement("button");
    button.textContent = "Sign in";
    button.onclick = () => {
      page.outcome = "";
      window.lab.client.signIn("elsewhere", { popup: true }).then(
        () => (page.outcome = "signed in"),
        (error) => (page.outcome = error.code),
      );
    };
    document.body.append(button);
  });
}

/** Gives a page the focus that its engine has lost. */
function comeBack(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    document.hasFocus = () => true;
  });
}

async function expectOutcome(tab: Tab, outcome: string): Promise<void> {
  const look = () => tab.evaluate(() => (window as PageWithPopup).outcome ?? null);
  await until(`the popup ends with "${outcome}"`, async () => (await look()) === outcome);
}

/** Sign-ins in a window of their own. */
export const popups: Rule[] = [
  {
    name: "a sign-in in a popup shows in every tab, and one that is closed says so",
    async run({ engine, world }) {
      const tabs = await world.openTabs(2, "/core.html");
      const [tab] = tabs;
      await expectUser(tabs, null);
      await addButton(tab);

      const closed = await world.group.popupOf(() => tab.click("button"));
      await untilTitle(closed, /No session at all/);
      expect(await closed.evaluate(() => window.opener === null)).toBe(true);
      await closed.close();
      if (engine.losesFocus) await comeBack(tab);
      await expectOutcome(tab, "popup-closed");
      await expectUser(tabs, null);

      const popup = await world.group.popupOf(() => tab.click("button"));
      await untilTitle(popup, /No session at all/);
      await world.signInBehindTheScenes("ada");
      // As the provider sends it back; it is closed as soon as it is there.
      await popup
        .evaluate(() => void setTimeout(() => location.assign("/api/auth/providers")))
        .catch(() => {});
      await expectOutcome(tab, "signed in");
      await expectUser(tabs, "ada");
      expect((await shownIn(tab)).at(-1)?.user).toBe("Ada Lovelace");
    },
  },
];
