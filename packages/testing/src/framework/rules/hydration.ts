import { expectShown, expectSilence } from "../expect-tab.ts";
import type { Visit, VisitRules } from "../visit.ts";

async function expectTakenOver(visit: Visit, user: string | null): Promise<void> {
  const { session, rendered } = visit.framework.pages;
  const browser = await visit.open(user);
  const tabs = [await browser.openTab(session), await browser.openTab(rendered)];
  await visit.untilQuiet(...tabs);
  for (const tab of tabs) {
    await expectShown(tab, [user]);
    await expectSilence(tab);
  }
}

/** Rules for the hydration of the server's HTML. */
export const hydration: VisitRules = {
  "hydration: takes over the user without a warning and without a session request": (visit) =>
    expectTakenOver(visit, visit.framework.users[0]),

  "hydration: takes over nobody without a warning and without a session request": (visit) =>
    expectTakenOver(visit, null),
};
