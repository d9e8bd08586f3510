/** What not every engine can do, or not every driver of one. */
export type Ability =
  /** Pages are kept for the back button. */
  | "page cache"
  /** So are those that are left while a request is under way, if they abort it. */
  | "page cache during requests"
  /** A tab's connection can be cut, so that the page is told. */
  | "offline"
  /** A tab can be frozen, as it is when memory is short. */
  | "freezing"
  /** A tab can lie behind another one, and know it. */
  | "hidden tabs"
  /** Pages are prepared before the user goes there. */
  | "prerendering"
  /** Cookies can be kept apart for each site that embeds another one. */
  | "partitioned cookies"
  /** A frame can ask for the cookies of its site, and get them. */
  | "storage access";

/** One tab, or window. Nothing that it is asked waits for what it was asked before. */
export interface Tab {
  /** Runs a function in the page. What it takes and resolves to must survive JSON. */
  evaluate<A extends unknown[], R>(
    task: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<Awaited<R>>;
  /** Loads an address. */
  goTo(url: string): Promise<void>;
  /** Clicks as a user does, which gives leave for popups. */
  click(selector: string): Promise<void>;
  close(): Promise<void>;
  /**
   * Notes from now on what the page throws, and what it writes to the console as an error. Returns
   * what reads it.
   */
  watchComplaints?(): () => string[];
  setOffline?(isOffline: boolean): Promise<void>;
  setFrozen?(isFrozen: boolean): Promise<void>;
}

/** Tabs that share cookies and storage, where these are of one host. */
export interface TabGroup {
  /** @param isHidden whether it lies behind another one; else it is a window of its own */
  open(url: string, isHidden?: boolean): Promise<Tab>;
  /** Waits for the window that this opens. */
  popupOf(act: () => Promise<unknown>): Promise<Tab>;
  /**
   * Lets frames have the cookies of their sites, as if the user had said yes. Only where the browser
   * asks.
   */
  allowStorageAccess?(): Promise<void>;
  /** The cookies that a tab's page has, with those that no script can read. */
  cookiesOf(tab: Tab): Promise<{ name: string; value: string }[]>;
  close(): Promise<void>;
}

/** A browser that runs. */
export interface EngineBrowser {
  version: string;
  openGroup(): Promise<TabGroup>;
  close(): Promise<void>;
}

/** An engine, and how it is driven. */
export interface Engine {
  name: string;
  /** How its lab's server speaks. */
  dialect: "v4" | "v5";
  /** Whether no window has the focus after another one is closed: there is no window manager. */
  losesFocus?: boolean;
  /** Whether it drops `Secure` cookies of `http`, also of this machine. */
  hasSecureCookiesOnHttpsOnly?: boolean;
  /** What it cannot do, and why. */
  cannot: Partial<Record<Ability, string>>;
  /** Whether it is here; else how to get it. */
  missing(): string | undefined;
  launch(): Promise<EngineBrowser>;
  /**
   * Starts a browser to which nothing is attached, on a page of its own. It is an engine's that
   * prerenders: it does not while it is driven.
   */
  launchUnattached?(url: string): Promise<{ close(): Promise<void> }>;
}
