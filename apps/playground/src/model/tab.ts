import type { MemoryTab } from "@sojourn/core/memory";
import { toReason, type App } from "./app.ts";
import { otherName, people } from "./people.ts";
import type { TabActionName } from "./story.ts";
import { isPossible, tabActionTexts } from "./tab-actions.ts";
import { describeShown, type Happening, type Shown, type TabState } from "./timeline.ts";

/** One tab of the browser, as its user sees it. */
export interface TabView {
  readonly state: TabState;
  /** Where it has gone, if it is away. */
  readonly url: string | null;
  readonly shown: Shown;
  /** How the last call of the app has failed. */
  readonly notice: string | null;
}

/** A tab that is closed. */
export const CLOSED_TAB: TabView = {
  state: "closed",
  url: null,
  shown: { status: "loading", name: null, error: null },
  notice: null,
};

/** A tab, and what can be done in it. */
export interface Tab extends TabView {
  /** Does nothing if the action is not possible now. */
  act(name: TabActionName): void;
  /** The app may show something else. */
  look(): void;
  /** The page leaves for another address. It goes into the page cache. */
  leave(url: string): void;
  /** The device has a connection, or has none. */
  connect(isOnline: boolean): void;
}

/** A page that has just been loaded. */
export interface Page {
  readonly memory: MemoryTab;
  readonly app: App;
}

/** What a tab needs of the browser. */
export interface TabPorts {
  load(): Page;
  /** The page is gone, and so are its requests. */
  unload(): void;
  report(happening: Happening): void;
}

const LINK = "https://elsewhere.example/";

/** Creates a tab, which is closed at first. */
export function createTab({ load, unload, report }: TabPorts): Tab {
  let page: Page | undefined;
  let isHidden = false;
  let calls = 0;

  function become(change: Partial<Writable>): void {
    Object.assign(tab, change);
    if (change.state) report({ kind: "tab", state: change.state });
  }

  /** Runs a call of the app, which resolves to why it has failed. */
  function call(what: string, promise: Promise<string | undefined>): void {
    const number = ++calls;
    become({ notice: null });
    const end = (failure: string | undefined): void => {
      if (number !== calls) return;
      become({ notice: failure ? `${what} has failed: ${failure}` : null });
    };
    promise.then(end, (error: unknown) => end(toReason(error)));
  }

  const acts: Record<TabActionName, (page: Page) => void> = {
    ada: ({ app }) => call("Signing in", app.signIn(people.ada)),
    grace: ({ app }) => call("Signing in", app.signIn(people.grace)),
    signout: ({ app }) => call("Signing out", app.signOut()),
    update: ({ app }) => call("The update", app.update({ name: otherName(tab.shown.name) })),
    freeze({ memory }) {
      memory.freeze();
      become({ state: "frozen" });
    },
    thaw({ memory }) {
      become({ state: isHidden ? "hidden" : "shown" });
      memory.thaw();
    },
    hide({ memory }) {
      isHidden = true;
      memory.hide();
      become({ state: "hidden" });
    },
    show({ memory }) {
      isHidden = false;
      become({ state: "shown" });
      memory.show();
    },
    leave: () => tab.leave(LINK),
    back({ memory }) {
      become({ state: "shown", url: null });
      memory.thaw();
      memory.leavePageCache();
      memory.show();
      tab.look();
    },
    close({ memory }) {
      memory.enterPageCache();
      unload();
      memory.crash();
      page = undefined;
      calls += 1;
      become(CLOSED_TAB);
    },
    open() {
      isHidden = false;
      become({ state: "shown" });
      page = load();
      tab.look();
    },
  };

  const tab: Writable = {
    ...CLOSED_TAB,
    act(name) {
      if (!isPossible(name, tab.state)) return;
      report({ kind: "action", text: tabActionTexts[name] });
      acts[name](page as Page);
    },
    look() {
      if (!page || tab.state === "away") return;
      const shown = page.app.shown();
      const text = describeShown(shown);
      if (text === describeShown(tab.shown) && tab.shown !== CLOSED_TAB.shown) return;
      tab.shown = shown;
      report({ kind: "shown", shown, text: `Shows: ${text}` });
    },
    leave(url) {
      if (!page || tab.state === "away") return;
      page.memory.hide();
      page.memory.enterPageCache();
      page.memory.freeze();
      become({ state: "away", url });
    },
    connect(isOnline) {
      if (isOnline) page?.memory.goOnline();
      else page?.memory.goOffline();
    },
  };
  return tab;
}

type Writable = { -readonly [Name in keyof Tab]: Tab[Name] };
