import { expectEqual } from "../../contract/expect.ts";
import { expectShown, expectSilence } from "../expect-tab.ts";
import type { FrameworkRules } from "../framework-scene.ts";

/** Rules for navigations by the framework's router. */
export const navigation: FrameworkRules = {
  async "navigation: keeps the session, loads no document, and sends no session request"(scene) {
    const { pages, users } = scene.framework;
    const [user] = users;
    const browser = await scene.open(user);
    const tab = await browser.openTab(pages.session);
    await tab.follow(pages.rendered);
    await scene.untilRendered(tab, user);
    await tab.follow(pages.session);
    await scene.untilQuiet(tab);
    expectEqual("whether the document is the same", await tab.isSameDocument(), true);
    await expectShown(tab, [user]);
    await expectSilence(tab);
  },
};
