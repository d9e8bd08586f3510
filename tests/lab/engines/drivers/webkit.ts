import { findWebkit, howToGetWebkit } from "../../../../scripts/webkit.ts";
import type { Engine, EngineBrowser, Tab, TabGroup } from "./driver.ts";
import { until } from "../until.ts";
import { startWebkitDriver } from "./webkit-process.ts";
import { startSession, type WebDriverSession } from "./webkit-session.ts";
import { createWebkitTab } from "./webkit-tab.ts";

/** WebKitGTK, in the small browser that comes with it. */
export const webkit: Engine = {
  name: "WebKit",
  dialect: "v5",
  losesFocus: true,
  hasSecureCookiesOnHttpsOnly: true,
  cannot: {
    offline: "WebDriver cannot cut a connection",
    freezing: "WebDriver cannot freeze a tab",
    "partitioned cookies":
      "WebKitGTK drops Secure cookies of http, and partitioned ones have to be Secure",
    prerendering: "WebKit has no document.prerendering",
  },
  missing: () => (findWebkit() ? undefined : howToGetWebkit),
  launch,
};

async function launch(): Promise<EngineBrowser> {
  const programs = findWebkit();
  if (!programs) throw new Error(howToGetWebkit);
  const driver = await startWebkitDriver(programs);
  const session = await startSession(driver.url, {
    "webkitgtk:browserOptions": { binary: programs.browser, args: ["--automation"] },
  }).catch((error: unknown) => {
    driver.stop();
    throw error;
  });
  // It stays, so that there is always a window that others can be opened from.
  const home = (await session.command("GET", "/window")) as string;
  return {
    version: session.version,
    openGroup: async () => createGroup(session, home),
    async close() {
      await session.command("DELETE", "").catch(() => {});
      driver.stop();
    },
  };
}

let opening: Promise<unknown> = Promise.resolve();

/** All windows have one jar of cookies: groups are apart as far as their hosts are. */
function createGroup(session: WebDriverSession, home: string): TabGroup {
  const handles = new Map<Tab, string>();

  function enter(handle: string): Tab {
    const tab = createWebkitTab(session, handle);
    const closable = {
      ...tab,
      async close() {
        handles.delete(closable);
        await tab.close();
      },
    };
    handles.set(closable, handle);
    return closable;
  }

  /** A window that appears while a popup is waited for is to be that popup. */
  function withoutOthers<T>(task: () => Promise<T>): Promise<T> {
    const end = opening.then(task, task);
    opening = end.catch(() => {});
    return end;
  }

  async function allHandles(): Promise<string[]> {
    return (await session.command("GET", "/window/handles")) as string[];
  }

  return {
    async open(url, isHidden = false) {
      const type = isHidden ? "tab" : "window";
      const opened = await withoutOthers(() =>
        session.inWindow(home, "POST", "/window/new", { type }),
      );
      const { handle } = opened as { handle: string };
      const tab = enter(handle);
      await tab.goTo(url);
      return tab;
    },
    popupOf: (act) =>
      withoutOthers(async () => {
        const known = new Set(await allHandles());
        await act();
        let handle: string | undefined;
        await until("a window is opened", async () => {
          handle = (await allHandles()).find((it) => !known.has(it));
          return !!handle;
        });
        return enter(handle!);
      }),
    async cookiesOf(tab) {
      const handle = handles.get(tab) ?? "";
      const cookies = await session.inWindow(handle, "GET", "/cookie");
      return cookies as { name: string; value: string }[];
    },
    async close() {
      for (const tab of [...handles.keys()]) await tab.close().catch(() => {});
    },
  };
}
