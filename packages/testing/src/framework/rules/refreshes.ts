import { expectAtMost, expectEqual } from "../../contract/expect.ts";
import type { FrameworkTab } from "../framework.ts";
import type { FrameworkScene, FrameworkRules } from "../framework-scene.ts";

interface Change {
  before: string | null;
  after: string | null;
  mostSessionRequests: number;
  act(tab: FrameworkTab): Promise<void>;
}

async function countSessionRequests(tabs: readonly FrameworkTab[]): Promise<number> {
  const counts = await Promise.all(tabs.map(async (tab) => tab.sessionRequests()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Changes the session in one tab, and checks what the server has rendered in both. */
async function expectFollowed(scene: FrameworkScene, change: Change): Promise<void> {
  const { before, after, mostSessionRequests, act } = change;
  const { pages } = scene.framework;
  const browser = await scene.open(before);
  const watching = await browser.openTab(pages.rendered);
  const acting = await browser.openTab(pages.rendered);
  const tabs = [watching, acting];
  for (const tab of tabs) await scene.untilRendered(tab, before);
  // A router may keep the page that it leaves.
  await acting.follow(pages.session);
  await scene.untilQuiet(...tabs);
  const known = (await watching.renderRequests()).length;
  const asked = await countSessionRequests(tabs);

  await act(acting);

  await scene.untilRendered(watching, after);
  await scene.untilShown(watching, after);
  await acting.follow(pages.rendered);
  await scene.untilRendered(acting, after);
  await scene.untilQuiet(...tabs);
  const requests = (await watching.renderRequests()).slice(known);
  const repeated = requests.filter((request, index) => requests.indexOf(request) !== index);
  expectEqual("requests of the other tab that came more than once", repeated, []);
  expectAtMost("session requests", (await countSessionRequests(tabs)) - asked, mostSessionRequests);
  for (const tab of tabs) expectEqual("warnings and errors", await tab.complaints(), []);
}

/** Rules for what the server has rendered, when the session changes. */
export const refreshes: FrameworkRules = {
  async "refresh: follows a sign-in, once in another tab, and on the next page of its own tab"(
    scene,
  ) {
    const [user] = scene.framework.users;
    await expectFollowed(scene, {
      before: null,
      after: user,
      // One when the sign-in page has been loaded: another page may have signed the user in.
      mostSessionRequests: 2,
      act: (tab) => tab.signIn(user),
    });
  },

  async "refresh: follows a sign-out, once in another tab, and on the next page of its own tab"(
    scene,
  ) {
    const [user] = scene.framework.users;
    await expectFollowed(scene, {
      before: user,
      after: null,
      mostSessionRequests: 1,
      act: (tab) => tab.signOut(),
    });
  },

  async "refresh: follows an update, once in another tab, and on the next page of its own tab"(
    scene,
  ) {
    const [user] = scene.framework.users;
    const after = `Renamed ${user}`;
    await expectFollowed(scene, {
      before: user,
      after,
      mostSessionRequests: 1,
      act: (tab) => tab.rename(after),
    });
  },
};
