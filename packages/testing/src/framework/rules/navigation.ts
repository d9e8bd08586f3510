import { expectEqual } from "../../contract/expect.ts";
import { expectShown, expectSilence } from "../expect-tab.ts";
import type { VisitRules } from "../visit.ts";

/** Rules for navigations by the framework's router. */
export const navigation: VisitRules = {
  async "navigation: keeps the session, loads no document, and sends no session request"(visit) {
    const { pages, users } = visit.framework;
    const [user] = users;
    const browser = await visit.open(user);
    const tab = await browser.openTab(pages.session);
    await tab.follow(pages.rendered);
    await visit.untilRendered(tab, user);
    await tab.follow(pages.session);
    await visit.untilQuiet(tab);
    expectEqual("whether the document is the same", await tab.isSameDocument(), true);
    await expectShown(tab, [user]);
    await expectSilence(tab);
  },
};
