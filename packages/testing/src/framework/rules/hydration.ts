import { expectShown, expectSilence } from "../expect-tab.ts";
import type { FrameworkScene, FrameworkRules } from "../framework-scene.ts";

async function expectTakenOver(scene: FrameworkScene, user: string | null): Promise<void> {
  const { session, rendered } = scene.framework.pages;
  const browser = await scene.open(user);
  const tabs = [await browser.openTab(session), await browser.openTab(rendered)];
  await scene.untilQuiet(...tabs);
  for (const tab of tabs) {
    await expectShown(tab, [user]);
    await expectSilence(tab);
  }
}

/** Rules for the hydration of the server's HTML. */
export const hydration: FrameworkRules = {
  "hydration: takes over the user without a warning and without a session request": (scene) =>
    expectTakenOver(scene, scene.framework.users[0]),

  "hydration: takes over nobody without a warning and without a session request": (scene) =>
    expectTakenOver(scene, null),
};
