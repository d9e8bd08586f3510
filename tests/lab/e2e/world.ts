import {
  type Browser,
  type BrowserContext,
  type Page,
  test as base,
  expect,
} from "@playwright/test";
import { countReads } from "../engines/count-reads.ts";
import { openTabs } from "../engines/open-tabs.ts";
import type { DialectName } from "../server/dialects.ts";
import { type LabServer, type LabServerOptions, startLabServer } from "../server/lab-server.ts";
import { users } from "../server/users.ts";

export { expect };

/** One browser, the tabs of which share cookies, and an auth server of its own. */
export interface World {
  server: LabServer;
  context: BrowserContext;
  /** What the tabs threw, and wrote to the console as an error. */
  complaints: string[];
  open(path: string): Promise<Page>;
  /** Opens so many tabs, one after another. */
  openTabs(count: number, path: string): Promise<[Page, ...Page[]]>;
  /** Sets the cookie, without any tab being involved. */
  signInBehindTheScenes(username: string): Promise<void>;
  /** How many session reads an action causes, until none has come for half a second. */
  countReads(action: () => Promise<unknown>): Promise<number>;
}

export interface LabOptions {
  dialect: DialectName;
}

export interface LabFixtures extends LabOptions {
  world: World;
  /** Makes another world; the options are for its server. */
  createWorld(options?: Partial<LabServerOptions>): Promise<World>;
}

/** Opens a browser's worth of tabs on a server that runs; who does so closes both. */
export async function makeWorld(browser: Browser, server: LabServer): Promise<World> {
  const context = await browser.newContext({ baseURL: server.url });
  const complaints: string[] = [];
  context.on("console", (message) => {
    // Chromium's own remark about a status or a lost connection is not the page's.
    const isRemark = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRemark) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));

  const open: World["open"] = async (path) => {
    const tab = await context.newPage();
    await tab.goto(path);
    return tab;
  };

  return {
    server,
    context,
    complaints,
    open,
    openTabs: (count, path) => openTabs(count, () => open(path)),
    async signInBehindTheScenes(username) {
      const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
      const response = await context.request.post("/api/auth/callback/credentials", {
        form: { csrfToken, username, password: users[username]!.password, json: "true" },
        headers: { "X-Auth-Return-Redirect": "1" },
      });
      expect(response.ok()).toBe(true);
    },
    countReads: (action) => countReads(server, action),
  };
}

export const test = base.extend<LabFixtures>({
  dialect: ["v5", { option: true }],
  createWorld: async ({ browser, dialect }, use) => {
    const worlds: World[] = [];
    await use(async (options) => {
      const server = await startLabServer({ dialect, ...options });
      const world = await makeWorld(browser, server);
      worlds.push(world);
      return world;
    });
    for (const { context, server } of worlds) {
      await context.close();
      await server.close();
    }
    for (const { complaints } of worlds) {
      expect(complaints, "errors in the console").toEqual([]);
    }
  },
  world: async ({ createWorld }, use) => use(await createWorld()),
});
