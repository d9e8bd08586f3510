import { expectEqual } from "../contract/expect.ts";
import type { FrameworkBrowser, FrameworkTab, FrameworkUnderTest, ShownUser } from "./framework.ts";

const PATIENCE_MS = 10_000;
const QUIET_MS = 500;
const LOOK_MS = 20;

/** The browsers of one rule. */
export interface FrameworkScene {
  readonly framework: FrameworkUnderTest;
  /** Opens a browser in which a user is signed in, or nobody. */
  open(user: string | null): Promise<FrameworkBrowser>;
  /** Waits until a tab shows that user. */
  untilShown(tab: FrameworkTab, user: ShownUser): Promise<void>;
  /** Waits until the server has rendered the tab's page for that user. */
  untilRendered(tab: FrameworkTab, user: ShownUser): Promise<void>;
  /** Waits until tabs have sent no request for a while. */
  untilQuiet(...tabs: FrameworkTab[]): Promise<void>;
  closeAll(): Promise<void>;
}

/** Rules by their names, with the function that checks each. */
export type FrameworkRules = Readonly<Record<string, (scene: FrameworkScene) => Promise<void>>>;

/** Returns how a message names a user. JSON has no `undefined`. */
export function nameOf(user: ShownUser): string {
  return user === undefined ? "loading" : (user ?? "nobody");
}

function letTimePass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function countRequests(tabs: readonly FrameworkTab[]): Promise<number> {
  let count = 0;
  for (const tab of tabs)
    count += (await tab.sessionRequests()) + (await tab.renderRequests()).length;
  return count;
}

/** Creates the browsers of one rule. */
export function openFrameworkScene(framework: FrameworkUnderTest): FrameworkScene {
  const { patienceMs = PATIENCE_MS, quietMs = QUIET_MS } = framework;
  const browsers: FrameworkBrowser[] = [];

  async function until(
    what: string,
    read: () => Promise<ShownUser>,
    user: ShownUser,
  ): Promise<void> {
    const end = Date.now() + patienceMs;
    while ((await read()) !== user && Date.now() < end) await letTimePass(LOOK_MS);
    expectEqual(`${what}, after ${patienceMs} ms`, nameOf(await read()), nameOf(user));
  }

  return {
    framework,
    async open(user) {
      const browser = await framework.openBrowser();
      browsers.push(browser);
      if (user !== null) await browser.signIn(user);
      return browser;
    },
    untilShown: (tab, user) =>
      until("what the tab shows", async () => (await tab.shownUsers()).at(-1), user),
    untilRendered: (tab, user) =>
      until("for whom the server has rendered", async () => tab.renderedUser(), user),
    async untilQuiet(...tabs) {
      const end = Date.now() + patienceMs;
      let count = -1;
      for (let next = await countRequests(tabs); next !== count; next = await countRequests(tabs)) {
        if (Date.now() > end)
          throw new Error(`The tabs still send requests after ${patienceMs} ms`);
        count = next;
        await letTimePass(quietMs);
      }
    },
    async closeAll() {
      for (const browser of browsers) await browser.close();
    },
  };
}
