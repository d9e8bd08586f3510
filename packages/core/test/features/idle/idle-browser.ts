import type { IdleEnvironment } from "../../../src/environment/idle-environment.ts";
import type { MemoryTabOptions } from "../../../src/environment/memory.ts";
import { createIdleTimer, type IdleOptions, type IdleTimer } from "../../../src/features/idle.ts";
import { ada } from "../../support/auth-server.ts";
import {
  openBrowser,
  type Browser,
  type BrowserOptions,
  type OpenTab,
} from "../../support/browser.ts";

export interface IdleTab extends OpenTab {
  readonly idle: IdleTimer;
  /** What the timer has shown, without repetitions. */
  readonly idleHistory: string[];
  idleShows(): string;
  stop(): void;
}

export interface IdleBrowser extends Omit<Browser, "tabs" | "open"> {
  readonly tabs: IdleTab[];
  open(options?: Partial<MemoryTabOptions> & { idle?: Partial<IdleOptions> }): IdleTab;
  idleShown(): string[];
  /** How many sign-outs were posted. */
  posts(): number;
}

/** One word for what a timer shows, with its number. */
function say(idle: IdleTimer): string {
  const snapshot = idle.getSnapshot();
  if (snapshot.status === "warning") return `warning ${snapshot.secondsLeft}`;
  if (snapshot.status === "signingOut") return `signingOut ${snapshot.failures}`;
  return snapshot.status;
}

/** Opens tabs that sign out after 60 s, and warn 20 s before. Ada is signed in. */
export async function openIdleBrowser(
  options: BrowserOptions & { idle?: Partial<IdleOptions> } = {},
): Promise<IdleBrowser> {
  const { tabs: count = 1, idle: idleOptions, ...browserOptions } = options;
  const browser = openBrowser({ user: ada, ...browserOptions, tabs: 0 });
  const tabs: IdleTab[] = [];

  function open({
    idle: own,
    ...tabOptions
  }: Partial<MemoryTabOptions> & { idle?: Partial<IdleOptions> } = {}): IdleTab {
    const opened = browser.open(tabOptions);
    // The helper for clients knows no more than an environment.
    const environment = opened.tab.environment as IdleEnvironment;
    const common = { timeout: 60, warnBefore: 20, environment };
    const idle = createIdleTimer(opened.client, { ...common, ...idleOptions, ...own });
    const idleHistory: string[] = [];
    const look = (): void => {
      const said = idle.getSnapshot().status;
      if (idleHistory.at(-1) !== said) idleHistory.push(said);
    };
    const stop = idle.subscribe(look);
    look();
    const tab = { ...opened, idle, idleHistory, idleShows: () => say(idle), stop };
    tabs.push(tab);
    return tab;
  }

  for (let i = 0; i < count; i++) open();
  await browser.advance(200);
  return {
    ...browser,
    tabs,
    open,
    idleShown: () => tabs.map((tab) => tab.idleShows()),
    posts: () => browser.server.count("POST signout"),
  };
}
