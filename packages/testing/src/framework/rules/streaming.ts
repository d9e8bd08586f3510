import { expectShown, expectSilence } from "../expect-tab.ts";
import type { VisitRules } from "../visit.ts";

/** Returns the rule for a page whose session streams in. */
export function streamingRules(path: string): VisitRules {
  return {
    async "streaming: shows loading in the shell, and then the user, without a session request"(
      visit,
    ) {
      const [user] = visit.framework.users;
      const browser = await visit.open(user);
      const tab = await browser.openTab(path);
      await visit.untilShown(tab, user);
      await visit.untilQuiet(tab);
      await expectShown(tab, [undefined, user]);
      await expectSilence(tab);
    },
  };
}
