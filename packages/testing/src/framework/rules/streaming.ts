import { expectShown, expectSilence } from "../expect-tab.ts";
import type { FrameworkRules } from "../framework-scene.ts";

/** Returns the rule for a page whose session streams in. */
export function streamingRules(path: string): FrameworkRules {
  return {
    async "streaming: shows loading in the shell, and then the user, without a session request"(
      scene,
    ) {
      const [user] = scene.framework.users;
      const browser = await scene.open(user);
      const tab = await browser.openTab(path);
      await scene.untilShown(tab, user);
      await scene.untilQuiet(tab);
      await expectShown(tab, [undefined, user]);
      await expectSilence(tab);
    },
  };
}
