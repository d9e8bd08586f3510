import { expect } from "vitest";
import { type LabServer, startLabServer } from "../server/lab-server.ts";
import { users } from "../server/users.ts";
import { countReads } from "./count-reads.ts";
import type { EngineBrowser, Tab, TabGroup } from "./drivers/driver.ts";
import { noteHello } from "./hello.ts";
import { nextHost } from "./next-host.ts";
import { noteReads, tellComplaints } from "./note-reads.ts";
import { openTabs } from "./open-tabs.ts";
import type { Plant } from "./plants.ts";
import { createPreparedPages, type Preparation, preparation } from "./prepared-pages.ts";
import { signInByHand } from "./sign-in-by-hand.ts";
import { until } from "./until.ts";

/** How a tab is opened. */
export interface OpenOptions {
  before?: Preparation[];
  isHidden?: boolean;
}

/** One browser's worth of tabs, which share cookies, and an auth server of their own. */
export interface World {
  server: LabServer;
  group: TabGroup;
  /** A tab of the same origin without any client. */
  plain: Tab;
  open(path: string, options?: OpenOptions): Promise<Tab>;
  /** Opens so many tabs, one after another. */
  openTabs(count: number, ...how: Parameters<World["open"]>): Promise<[Tab, ...Tab[]]>;
  /** Sets the cookie, without any tab of a client's being involved. */
  signInBehindTheScenes(username: string): Promise<void>;
  /** Whose cookie the browser holds. */
  userOfCookie(): Promise<string | undefined>;
  /** How many session reads an action causes, until none has come for half a second. */
  countReads(action: () => Promise<unknown>): Promise<number>;
  /** What pages threw, and wrote to the console as an error. */
  complaints(): unknown[];
  close(): Promise<void>;
}

/** Opens a world in a browser. */
export async function createWorld(
  browser: EngineBrowser,
  dialect: "v4" | "v5",
  plant?: Plant,
): Promise<World> {
  const always = [tellComplaints, noteReads, noteHello].map((task) => preparation(task));
  const pages = createPreparedPages(always, plant);
  const server = await startLabServer({ dialect, host: nextHost(), answerPage: pages.answer });
  const group = await browser.openGroup();
  const plain = await group.open(`${server.url}/pages/plain.html`);

  const open: World["open"] = (path, { before = [], isHidden } = {}) =>
    group.open(server.url + pages.prepare(path, before), isHidden);

  return {
    server,
    group,
    plain,
    open,
    openTabs: (count, ...how) => openTabs(count, () => open(...how)),
    async signInBehindTheScenes(username) {
      const credentials = { username, password: users[username]!.password };
      expect(await plain.evaluate(signInByHand, credentials)).toBe(200);
    },
    async userOfCookie() {
      return server.userOf(await group.cookiesOf(plain));
    },
    countReads: (action) => countReads(server, action),
    complaints: () =>
      server.remote.reports.filter(({ type }) => type === "error").map((it) => it["message"]),
    async close() {
      await group.close();
      await server.close();
    },
  };
}

/** Waits until a page has loaded that is of this title. */
export function untilTitle(tab: Tab, title: RegExp): Promise<void> {
  return until(`the title is ${title}`, async () =>
    title.test(await tab.evaluate(() => document.title)),
  );
}
