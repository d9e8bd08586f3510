import {
  keepSession,
  type KeepSessionOptions,
  type OfflineSession,
  type ItemStorage,
} from "../../src/features/offline.ts";
import {
  openBrowser,
  type Browser,
  type BrowserOptions,
  type OpenTab,
} from "../support/browser.ts";

export interface KeepingTab extends OpenTab {
  readonly offline: OfflineSession;
  /** What was shown and whether it was unconfirmed, at each call of a listener. */
  readonly seen: string[];
}

export interface KeepingBrowser extends Browser {
  readonly storage: ItemStorage;
  readonly kept: Map<string, string>;
  /** Opens a tab that keeps the session. */
  keeping(options?: KeepSessionOptions, open?: Parameters<Browser["open"]>[0]): KeepingTab;
  /** Opens one without a network: the device knows, or only its requests fail. */
  keepingOffline(options?: KeepSessionOptions, knows?: boolean): KeepingTab;
  closeAll(): void;
}

export const KEY = "sojourn:/api/auth:offline";

export function storageOf(kept: Map<string, string>): ItemStorage {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A browser whose tabs keep the session in one storage. */
export function openKeepingBrowser(options: BrowserOptions = {}): KeepingBrowser {
  const browser = openBrowser({ tabs: 0, ...options });
  const kept = new Map<string, string>();
  const storage = storageOf(kept);

  function watchKeeping(tab: OpenTab, keepOptions: KeepSessionOptions): KeepingTab {
    const { environment } = tab.tab;
    const offline = keepSession(tab.client, { storage, environment, ...keepOptions });
    const seen: string[] = [];
    const look = (): void => {
      const { error } = tab.client.getSnapshot();
      const flags = [error?.code, offline.isUnconfirmed() && "unconfirmed"].filter(Boolean);
      const now = [tab.shows(), ...flags].join(" ");
      if (seen.at(-1) !== now) seen.push(now);
    };
    look();
    tab.client.subscribe(look);
    return { ...tab, offline, seen };
  }

  return {
    ...browser,
    storage,
    kept,
    keeping: (keepOptions = {}, open) =>
      watchKeeping(browser.open({ isWatched: false, ...open }), keepOptions),
    keepingOffline(keepOptions = {}, knows = true) {
      const fetch = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));
      const tab = browser.open({ isWatched: false, ...(!knows && { fetch }) });
      if (knows) tab.tab.goOffline();
      return watchKeeping(tab, keepOptions);
    },
    closeAll() {
      for (const { tab } of browser.tabs) tab.crash();
    },
  };
}
