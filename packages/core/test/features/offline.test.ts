import { describe, expect, test, vi } from "vitest";
import type { KeepSessionOptions } from "../../src/features/offline.ts";
import { keepSession } from "../../src/features/offline.ts";
import {
  createInspector,
  createRecorder,
  createServerEnvironment,
  createSessionClient,
  createSessionStore,
  replay,
  type Environment,
  type InspectedStep,
  type Inspector,
} from "../../src/index.ts";
import { ada, grace, json, type Person } from "../support/auth-server.ts";
import {
  KEY,
  openKeepingBrowser,
  storageOf,
  type KeepingBrowser,
  type KeepingTab,
} from "./offline-browser.ts";

const DAY_MS = 86_400_000;

/** Requests of a device that believes that it is online. */
const lost = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

/** A browser in which the server has confirmed a user, and all tabs are closed. */
async function afterVisit(
  user: Person = ada,
  options: KeepSessionOptions = {},
): Promise<KeepingBrowser> {
  const browser = openKeepingBrowser({ user });
  browser.keeping(options);
  await browser.advance(1000);
  browser.closeAll();
  return browser;
}

/** Opens a tab without a network, and lets its first read fail. */
async function startOffline(
  browser: KeepingBrowser,
  options?: KeepSessionOptions,
): Promise<KeepingTab> {
  const tab = browser.keepingOffline(options);
  await browser.advance(1000);
  return tab;
}

/** From now on the storage takes only what is not longer than what it replaces. */
function fillUp(storage: Map<string, string>): void {
  const set = storage.set.bind(storage);
  storage.set = (key, text) =>
    text.length > (storage.get(key) ?? "").length ? storage : set(key, text);
}

function item(browser: KeepingBrowser): Record<string, unknown> {
  return JSON.parse(browser.kept.get(KEY)!);
}

describe("a page that starts without a network", () => {
  test.each([true, false])(
    "shows the last session as unconfirmed, and never “unauthenticated” (the device knows: %s)",
    async (knows) => {
      const browser = await afterVisit();
      const { seen, client, offline } = browser.keepingOffline({}, knows);
      await browser.advance(1000);
      expect(seen).toEqual(["loading", "Ada network unconfirmed"]);
      expect(offline.isUnconfirmed()).toBe(true);
      const { status, data, error } = client.getSnapshot();
      expect(status).toBe("authenticated");
      expect(data?.user).toEqual(ada);
      expect(Date.parse(data!.expires)).toBeGreaterThan(browser.world.clock.wall());
      expect(error?.code).toBe("network");
    },
  );

  test("shows it after a request that never ends, too", async () => {
    const browser = await afterVisit();
    browser.server.fault = () => new Promise<Response>(() => {});
    const { seen } = browser.keeping();
    await browser.advance(9900);
    expect(seen).toEqual(["loading"]);
    await browser.advance(200);
    expect(seen).toEqual(["loading", "Ada timeout unconfirmed"]);
  });

  test("shows it when “loading” ends though a request is still under way", async () => {
    const browser = await afterVisit();
    browser.world.hub.hangLocks();
    browser.server.fault = () => new Promise<Response>(() => {});
    const tabs = [browser.keeping(), browser.keeping({}, { isArrival: true })] as const;
    await browser.advance(10_800);
    expect(tabs[0].seen).toContain("Ada timeout unconfirmed");
    expect(tabs[0].client.getSnapshot().isFetching).toBe(true);
    // The server may have signed in another user on the way to this page.
    expect(tabs[1].seen).toEqual(["loading", "nobody timeout"]);
  });

  test("confirms it when the device is online again", async () => {
    const browser = await afterVisit();
    const tab = await startOffline(browser);
    await browser.advance(600_000);
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
    const before = browser.server.count("GET session");
    tab.tab.goOnline();
    await browser.advance(100);
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed", "Ada"]);
    expect(browser.server.count("GET session") - before).toBe(1);
    expect(tab.events.filter((name) => name !== "error")).toEqual([]);
  });

  test("goes on retrying while the device believes that it is online", async () => {
    const browser = await afterVisit();
    browser.server.fault = lost;
    const tab = browser.keeping();
    await browser.advance(60_000);
    const tries = browser.server.count("GET session");
    expect(tries).toBeGreaterThan(3);
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
    browser.server.fault = undefined;
    await browser.advance(60_000);
    expect(tab.seen.at(-1)).toBe("Ada");
  });

  test("tells subscribers of the flag when it changes, and not before", async () => {
    const browser = await afterVisit();
    const tab = browser.keepingOffline();
    const flags: boolean[] = [];
    const stop = tab.offline.subscribe(() => flags.push(tab.offline.isUnconfirmed()));
    await browser.advance(1000);
    expect(flags).toEqual([true]);
    tab.tab.goOnline();
    await browser.advance(1000);
    expect(flags).toEqual([true, false]);
    stop();
  });

  test.each<[string, (browser: KeepingBrowser) => void]>([
    ["has removed", ({ kept }) => kept.clear()],
    ["has outdated", ({ world }) => void world.hub.storage.set("sojourn:/api/auth#", "0.5")],
  ])("shows nothing that another tab %s while this one was reading", async (_, change) => {
    const browser = await afterVisit();
    browser.server.fault = () => new Promise<Response>(() => {});
    const tab = browser.keeping();
    await browser.advance(5000);
    change(browser);
    await browser.advance(10_000);
    expect(tab.seen).toEqual(["loading", "nobody timeout"]);
  });

  test("shows nothing if nothing was kept", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keepingOffline();
    await browser.advance(20_000);
    expect(tab.seen).toEqual(["loading", "nobody network"]);
    expect(tab.offline.isUnconfirmed()).toBe(false);
  });

  test("replaces the kept session by another user of the server, in one step", async () => {
    const browser = await afterVisit();
    const tab = await startOffline(browser);
    browser.server.user = grace;
    tab.tab.goOnline();
    await browser.advance(1000);
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed", "Grace"]);
    expect(tab.events).toContain("userChanged");
    expect(item(browser)).toMatchObject({ session: { user: grace } });
  });

  test("drops the kept session if the server knows nobody", async () => {
    const browser = await afterVisit();
    const tab = await startOffline(browser);
    browser.server.user = null;
    tab.tab.goOnline();
    await browser.advance(1000);
    expect(tab.seen.at(-1)).toBe("nobody");
    expect(tab.events).toContain("signedOut");
    expect(browser.kept.size).toBe(0);
  });

  test("lets a schema parse the kept session, which is the server's", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const client = {
      schema: {
        "~standard": {
          version: 1 as const,
          vendor: "test",
          validate(value: unknown) {
            const { user, expires } = value as { user: Person; expires: string };
            if (user.name !== "Ada") return { issues: [{ message: "not Ada" }] };
            return { value: { user: { ...user, since: new Date(0) }, expires } };
          },
        },
      },
    };
    browser.keeping({}, { client });
    await browser.advance(1000);
    browser.closeAll();
    expect(item(browser)).toMatchObject({ session: { user: { id: "1", name: "Ada" } } });
    expect(browser.kept.get(KEY)).not.toContain("since");

    const tab = browser.keeping({}, { client, fetch: lost });
    await browser.advance(1000);
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
    expect(tab.client.getSnapshot().data?.user).toMatchObject({ since: new Date(0) });
    tab.tab.crash();

    browser.kept.set(KEY, browser.kept.get(KEY)!.replace("Ada", "Eve"));
    const other = browser.keeping({}, { client, fetch: lost });
    await browser.advance(1000);
    expect(other.seen.at(-1)).toBe("nobody network");
    expect(browser.kept.size).toBe(0);
  });
});

describe("what is no want of a network shows nothing", () => {
  const html = { headers: { "Content-Type": "text/html" } };
  test.each<[string, () => Response, string]>([
    ["500", () => json({}, 500), "nobody http"],
    ["a captive portal's page", () => new Response("<html>Log in</html>", html), "nobody parse"],
    ["a gateway's 504", () => new Response("<html>", { ...html, status: 504 }), "nobody http"],
    ["401", () => json({}, 401), "nobody"],
  ])("%s", async (_, answer, shown) => {
    const browser = await afterVisit();
    browser.server.fault = ({ endpoint }) => (endpoint === "session" ? answer() : undefined);
    const tab = browser.keeping();
    await browser.advance(5000);
    expect(tab.seen).toEqual(["loading", shown]);
    expect(browser.kept.has(KEY)).toBe(shown !== "nobody");
  });

  test("a schema that hangs over the answer of the server", async () => {
    const browser = await afterVisit();
    browser.server.user = grace;
    let isHanging = true;
    const schema = {
      "~standard": {
        version: 1 as const,
        vendor: "test",
        validate(value: unknown) {
          const { user } = value as { user: Person };
          if (isHanging && user.name === "Grace") return new Promise<never>(() => {});
          return { value: value as { user: Person; expires: string } };
        },
      },
    };
    const tab = browser.keeping({}, { client: { schema } });
    await browser.advance(11_000);
    expect(tab.seen).toEqual(["loading", "nobody timeout"]);
    isHanging = false;
    await browser.advance(60_000);
    expect(tab.seen).toEqual(["loading", "nobody timeout", "Grace"]);
  });

  test("a failure after an answer leaves what is shown as it is", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping({}, { client: { refetchInterval: 10 } });
    await browser.advance(1000);
    browser.server.fault = lost;
    await browser.advance(60_000);
    expect(tab.seen).toEqual(["loading", "Ada", "Ada network"]);
  });

  test("a page to which a redirect or another site has led may follow a sign-in", async () => {
    const browser = await afterVisit();
    const tab = browser.keeping({}, { isArrival: true, fetch: lost });
    await browser.advance(5000);
    expect(tab.seen).toEqual(["loading", "nobody network"]);
  });
});

describe("after a sign-out nothing is shown", () => {
  test("of this tab", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping();
    await browser.advance(1000);
    expect(browser.kept.size).toBe(1);
    await browser.finish(tab.client.signOut({ redirect: false }));
    expect(browser.kept.size).toBe(0);
    browser.closeAll();
    expect((await startOffline(browser)).shows()).not.toBe("Ada");
  });

  test("of another tab, which does not keep the session, while all that do are closed", async () => {
    const browser = await afterVisit();
    const other = browser.open();
    await browser.advance(100);
    await browser.finish(other.client.signOut({ redirect: false }));
    browser.closeAll();
    expect(browser.kept.size).toBe(1);
    const tab = browser.keepingOffline();
    await browser.advance(20_000);
    expect(tab.seen).toEqual(["loading", "nobody network"]);
    expect(browser.kept.size).toBe(0);
  });

  test.each([null, "0.5"])(
    "of another tab, while all that do are closed, and the storage is full (revision before: %s)",
    async (before) => {
      const browser = openKeepingBrowser({ user: ada });
      const { storage } = browser.world.hub;
      if (before) storage.set("sojourn:/api/auth#", before);
      browser.keeping();
      await browser.advance(1000);
      browser.closeAll();
      expect(browser.kept.size).toBe(1);
      // No text of a random number is longer.
      expect(storage.get("sojourn:/api/auth#")).toHaveLength(24);
      fillUp(storage);
      const other = browser.open();
      await browser.advance(100);
      await browser.finish(other.client.signOut({ redirect: false }));
      browser.closeAll();
      const tab = browser.keepingOffline();
      await browser.advance(20_000);
      expect(tab.seen).toEqual(["loading", "nobody network"]);
    },
  );

  test("of another tab, while the page that keeps the session is frozen", async () => {
    let release = (): void => {};
    const encryption = {
      encrypt: (text: string) =>
        new Promise<string>((resolve) => {
          release = () => resolve(text);
        }),
      decrypt: (text: string) => text,
    };
    const browser = openKeepingBrowser({ user: ada });
    const frozen = browser.keeping({ encryption });
    await browser.advance(1000);
    const other = browser.open();
    await browser.advance(100);
    frozen.tab.freeze();
    await browser.finish(other.client.signOut({ redirect: false }));
    // It wakes in the middle of what it was about to store.
    release();
    await browser.advance(0);
    expect(browser.kept.size).toBe(0);
    frozen.tab.thaw();
    await browser.advance(1000);
    expect(browser.kept.size).toBe(0);
    expect(frozen.shows()).toBe("nobody");
  });

  test("of a tab that dies after the server has signed the user out", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping();
    await browser.advance(1000);
    browser.server.latencyMs = 500;
    void tab.client.signOut({ redirect: false }).catch(() => {});
    await browser.advance(100);
    expect(browser.kept.size).toBe(0);
    browser.closeAll();
    expect((await startOffline(browser)).shows()).not.toBe("Ada");
  });

  test("that fails for want of a network: the session stays here, and is not shown again", async () => {
    const browser = await afterVisit();
    const tab = await startOffline(browser);
    await expect(browser.finish(tab.client.signOut({ redirect: false }))).rejects.toMatchObject({
      code: "network",
    });
    expect(tab.seen.at(-1)).toBe("Ada network unconfirmed");
    expect(browser.kept.size).toBe(0);
    browser.closeAll();
    const next = browser.keepingOffline();
    await browser.advance(20_000);
    expect(next.seen).toEqual(["loading", "nobody network"]);
    // The server does not know of it.
    next.tab.goOnline();
    await browser.advance(1000);
    expect(next.shows()).toBe("Ada");
    expect(browser.kept.size).toBe(1);
  });
});

describe("what is kept", () => {
  test("is the last session that the server has confirmed", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping();
    await browser.advance(1000);
    const first = item(browser);
    await browser.advance(60_000);
    await browser.finish(tab.client.getSession());
    const second = item(browser);
    expect(second["storedAt"]).toBeGreaterThan(Number(first["storedAt"]));
    await browser.finish(tab.client.update({ name: "Countess" }));
    await browser.advance(1000);
    expect(item(browser)).toMatchObject({ session: { user: { name: "Countess" } } });
    await browser.finish(tab.client.signIn("credentials", { redirect: false, password: "Grace" }));
    await browser.advance(1000);
    expect(item(browser)).toMatchObject({ session: { user: grace } });
  });

  test("is the same in all tabs, and what the last of them has received", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tabs = [browser.keeping(), browser.keeping(), browser.keeping()] as const;
    await browser.advance(1000);
    const signIn = { redirect: false as const, password: "Grace" };
    await browser.finish(tabs[1].client.signIn("credentials", signIn));
    await browser.advance(1000);
    expect(item(browser)).toMatchObject({ session: { user: grace } });
    browser.closeAll();
    expect((await startOffline(browser)).seen.at(-1)).toBe("Grace network unconfirmed");
  });

  test("is no rendered session, which no read has confirmed", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const session = { user: ada, expires: "2027-01-01T00:00:00.000Z" };
    const tab = browser.keeping({}, { client: { session } });
    await browser.advance(10_000);
    expect(tab.shows()).toBe("Ada");
    expect(browser.kept.size).toBe(0);
  });

  test("is dropped by a page that was rendered for nobody", async () => {
    const browser = await afterVisit();
    browser.keeping({}, { client: { session: null } });
    expect(browser.kept.size).toBe(0);
  });

  test("is no session that a prerendered page has read", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping({}, { isPrerendering: true });
    await browser.advance(1000);
    expect(browser.kept.size).toBe(0);
    tab.tab.activate();
    await browser.advance(1000);
    expect(browser.kept.size).toBe(1);
  });

  test("is dropped by an update that fails, until the next answer", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping();
    await browser.advance(1000);
    tab.tab.goOffline();
    await browser.finish(tab.client.update({ name: "Countess" }).catch(() => {}));
    expect(browser.kept.size).toBe(0);
    tab.tab.goOnline();
    await browser.finish(tab.client.getSession());
    expect(browser.kept.size).toBe(1);
  });

  test("is no session from before a sign-out that has failed", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const { tab, client } = browser.open();
    await browser.advance(1000);
    tab.goOffline();
    await browser.finish(client.signOut({ redirect: false }).catch(() => {}));
    const { environment } = tab;
    keepSession(client, { storage: browser.storage, environment });
    await browser.advance(1000);
    expect(browser.kept.size).toBe(0);
    tab.goOnline();
    await browser.finish(client.getSession());
    expect(browser.kept.size).toBe(1);
  });

  test("can be removed by the app, also while it is being encrypted", async () => {
    const browser = await afterVisit();
    const tab = browser.keeping();
    tab.offline.forget();
    expect(browser.kept.size).toBe(0);
    await browser.advance(1000);
    expect(browser.kept.size).toBe(1);
    const read = tab.client.getSession();
    const stop = tab.client.subscribe(() => tab.offline.forget());
    await browser.finish(read);
    stop();
    expect(browser.kept.size).toBe(0);
  });

  test("belongs to one auth server: two clients with different paths have one each", async () => {
    const browser = openKeepingBrowser({ user: ada });
    browser.keeping();
    browser.keeping({}, { client: { basePath: "/other" } });
    await browser.advance(1000);
    expect([...browser.kept.keys()].toSorted()).toEqual([KEY, "sojourn:/other:offline"]);
    const other = browser.tabs[1]!;
    await browser.finish(other.client.update({ name: "Countess" }).catch(() => {}));
    browser.closeAll();
    browser.kept.delete("sojourn:/other:offline");
    expect((await startOffline(browser)).shows()).toBe("Ada");
    const tab = browser.keeping({}, { client: { basePath: "/other" }, fetch: lost });
    await browser.advance(1000);
    expect(tab.shows()).toBe("nobody");
  });
});

describe("the end of a kept session", () => {
  test.each<[string, number, KeepSessionOptions, boolean]>([
    ["a day, if nothing is said", DAY_MS - 60_000, {}, true],
    ["a day, if nothing is said", DAY_MS + 60_000, {}, false],
    ["maxAge", 50_000, { maxAge: 60 }, true],
    ["maxAge", 70_000, { maxAge: 60 }, false],
    ["the session's own, if maxAge is later", 29 * DAY_MS, { maxAge: 31_536_000 }, true],
    ["the session's own, if maxAge is later", 31 * DAY_MS, { maxAge: 31_536_000 }, false],
  ])("%s, after %d ms", async (_, afterMs, options, isShown) => {
    const browser = await afterVisit(ada, options);
    await browser.advance(afterMs);
    const tab = await startOffline(browser, options);
    expect(tab.seen.includes("Ada network unconfirmed")).toBe(isShown);
    expect(browser.kept.size).toBe(isShown ? 1 : 0);
  });

  test.each([NaN, Infinity, 0, -1, "60", null])("is no maxAge of %j: it throws", (given) => {
    const { client } = openKeepingBrowser().open();
    // Code without types may give anything.
    const maxAge = given as number;
    expect(() => keepSession(client, { maxAge })).toThrow(TypeError);
  });

  test("is by the server's clock, though the device's clock is wrong by a month", async () => {
    const browser = openKeepingBrowser({ user: ada });
    browser.server.skewMs = -30 * DAY_MS;
    browser.server.maxAge = 3600;
    browser.keeping();
    await browser.advance(1000);
    browser.closeAll();
    await browser.advance(3_000_000);
    const tab = await startOffline(browser);
    expect(tab.seen.at(-1)).toBe("Ada network unconfirmed");
    tab.tab.crash();
    await browser.advance(700_000);
    expect((await startOffline(browser)).offline.isUnconfirmed()).toBe(false);
  });

  test("ends what is shown, with the error, and signs nobody out", async () => {
    const browser = await afterVisit(ada, { maxAge: 60 });
    const tab = await startOffline(browser);
    await browser.advance(50_000);
    expect(tab.seen.at(-1)).toBe("Ada network unconfirmed");
    await browser.advance(10_000);
    expect(tab.seen.at(-1)).toBe("nobody network");
    expect(tab.events).not.toContain("signedOut");
    expect(browser.kept.size).toBe(0);
    tab.tab.goOnline();
    await browser.advance(100);
    expect(tab.seen.at(-1)).toBe("Ada");
  });

  test("may be later than the longest timer", async () => {
    const browser = await afterVisit(ada, { maxAge: 28 * 86_400 });
    const { tab: opened, client } = browser.open({ isWatched: false });
    const delays: number[] = [];
    const environment: Environment = {
      ...opened.environment,
      schedule(task, delayMs) {
        delays.push(delayMs);
        return opened.environment.schedule(task, delayMs);
      },
    };
    opened.goOffline();
    const tab = { offline: keepSession(client, { storage: browser.storage, environment }) };
    await browser.advance(1000);
    await browser.advance(27 * DAY_MS);
    expect(tab.offline.isUnconfirmed()).toBe(true);
    await browser.advance(DAY_MS);
    expect(tab.offline.isUnconfirmed()).toBe(false);
    expect(Math.max(...delays)).toBe(2 ** 31 - 1);
  });

  test("cannot be told after the clock was set back, so nothing is shown", async () => {
    const browser = await afterVisit();
    browser.world.clock.step(-60_000);
    const tab = await startOffline(browser);
    expect(tab.offline.isUnconfirmed()).toBe(false);
    expect(browser.kept.size).toBe(0);
  });
});

describe("bad items and bad storage", () => {
  test.each(["{", "null", "7", '"text"', "[]", "{}", '{"session":{}}', "\u0000"])(
    "%j is dropped",
    async (text) => {
      const browser = await afterVisit();
      browser.kept.set(KEY, text);
      const tab = await startOffline(browser);
      expect(tab.offline.isUnconfirmed()).toBe(false);
      expect(browser.kept.size).toBe(0);
    },
  );

  test.each<[string, object]>([
    ["another version", { version: "2" }],
    ["no revision", { revision: undefined }],
    ["another revision", { revision: "0.7" }],
    ["no session", { session: null }],
    ["a list in place of a session", { session: [] }],
    ["a text for a time", { storedAt: "0" }],
    ["no end", { endsAt: null }],
  ])("one with %s is dropped", async (_, part) => {
    const browser = await afterVisit();
    browser.kept.set(KEY, JSON.stringify({ ...item(browser), ...part }));
    const tab = await startOffline(browser);
    expect(tab.offline.isUnconfirmed()).toBe(false);
    expect(browser.kept.size).toBe(0);
  });

  test("one without a revision is dropped, also where there is none now", async () => {
    const browser = await afterVisit();
    browser.world.hub.storage.clear();
    browser.kept.set(KEY, JSON.stringify({ ...item(browser), revision: null }));
    const tab = await startOffline(browser);
    expect(tab.offline.isUnconfirmed()).toBe(false);
    expect(browser.kept.size).toBe(0);
  });

  test("a new version of the app drops what the old one has kept", async () => {
    const browser = await afterVisit(ada, { version: "1" });
    const tab = await startOffline(browser, { version: "2" });
    expect(tab.offline.isUnconfirmed()).toBe(false);
    expect(browser.kept.size).toBe(0);
  });

  test("a storage that is full keeps nothing, and not the older session", async () => {
    const browser = await afterVisit();
    const setItem = vi.fn<() => void>(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const tab = browser.keeping({ storage: { ...browser.storage, setItem } });
    await browser.advance(1000);
    expect(tab.seen).toEqual(["loading", "Ada"]);
    expect(setItem).toHaveBeenCalled();
    expect(browser.kept.size).toBe(0);
  });

  test("a storage that is refused changes nothing", async () => {
    const browser = await afterVisit();
    const refuse = (): never => {
      throw new DOMException("no", "SecurityError");
    };
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    const tab = browser.keepingOffline({ storage });
    await browser.advance(20_000);
    expect(tab.seen).toEqual(["loading", "nobody network"]);
    tab.tab.goOnline();
    await browser.finish(tab.client.signIn("credentials", { redirect: false, password: "Grace" }));
    expect(tab.shows()).toBe("Grace");
  });

  test.each([null, "0.5"])(
    "nothing is kept where a full storage has no room for a revision that can be replaced later (before: %s)",
    async (before) => {
      const browser = openKeepingBrowser({ user: ada });
      const { storage } = browser.world.hub;
      if (before) storage.set("sojourn:/api/auth#", before);
      fillUp(storage);
      browser.keeping();
      await browser.advance(1000);
      expect(browser.kept.size).toBe(0);
    },
  );

  test("nothing is kept or shown where no revision can be stored", async () => {
    const browser = await afterVisit();
    const raw = browser.kept.get(KEY)!;
    const offline = browser.keeping(
      {},
      {
        hasStorage: false,
        fetch: lost,
      },
    );
    await browser.advance(1000);
    expect(offline.offline.isUnconfirmed()).toBe(false);
    browser.closeAll();
    browser.kept.set(KEY, raw);
    const online = browser.keeping({}, { hasStorage: false });
    await browser.advance(1000);
    expect(online.shows()).toBe("Ada");
    expect(browser.kept.size).toBe(0);
  });

  test("does nothing on a server, and takes a session store only", () => {
    const environment = createServerEnvironment();
    const store = createSessionStore({ environment, baseUrl: "https://app.example" });
    const storage = storageOf(new Map());
    const getItem = vi.fn<(key: string) => null>(() => null);
    const offline = keepSession(store, { environment, storage: { ...storage, getItem } });
    expect(getItem).not.toHaveBeenCalled();
    expect(offline.isUnconfirmed()).toBe(false);
    offline.subscribe(() => {})();
    offline.forget();
    offline.stop();
    expect(store.getSnapshot().isFetching).toBe(false);
    const plain = { ...createSessionClient({ environment }) };
    for (const symbol of Object.getOwnPropertySymbols(plain)) Reflect.deleteProperty(plain, symbol);
    expect(() => keepSession(plain)).toThrow(TypeError);
  });
});

describe("encryption", () => {
  const reverse = (text: string): string => [...text].toReversed().join("");

  test.each<[string, KeepSessionOptions["encryption"]]>([
    ["at once", { encrypt: reverse, decrypt: reverse }],
    ["later", { encrypt: async (text) => reverse(text), decrypt: async (text) => reverse(text) }],
  ])("all of what is stored is encrypted, %s", async (_, encryption) => {
    const browser = await afterVisit(ada, { encryption });
    expect(browser.kept.get(KEY)).toMatch(/^\}/);
    expect(browser.kept.get(KEY)).not.toMatch(/Ada|user|expires/);
    const tab = await startOffline(browser, { encryption });
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
  });

  test.each<[string, (text: string) => string | Promise<string>]>([
    ["throws", () => JSON.parse("{")],
    ["rejects", () => Promise.reject(new Error("another key"))],
    ["never settles", () => new Promise<string>(() => {})],
    ["returns no text", () => ({}) as string],
  ])("what cannot be decrypted is dropped: it %s", async (_, decrypt) => {
    const browser = await afterVisit();
    const tab = browser.keepingOffline({ encryption: { encrypt: reverse, decrypt } });
    await browser.advance(6000);
    expect(tab.offline.isUnconfirmed()).toBe(false);
    expect(browser.kept.size).toBe(0);
    tab.tab.goOnline();
    await browser.advance(1000);
    expect(tab.shows()).toBe("Ada");
  });

  test.each<[string, (text: string) => string | Promise<string>]>([
    ["throws", () => JSON.parse("{")],
    ["rejects", () => Promise.reject(new Error("no key"))],
    ["never settles", () => new Promise<string>(() => {})],
  ])("what cannot be encrypted is not kept, and nothing older is: it %s", async (_, encrypt) => {
    const browser = openKeepingBrowser({ user: ada });
    let convert: (text: string) => string | Promise<string> = (text) => text;
    const encryption = { encrypt: (text: string) => convert(text), decrypt: reverse };
    const tab = browser.keeping({ encryption });
    await browser.advance(1000);
    expect(browser.kept.size).toBe(1);
    convert = encrypt;
    await browser.finish(tab.client.getSession());
    await browser.advance(5000);
    expect(browser.kept.size).toBe(0);
  });

  test.each<[string, (keeping: KeepingTab, other: KeepingTab) => void]>([
    ["the app removes what is kept, in another tab", (_, other) => other.offline.forget()],
    ["the page stops", (keeping) => keeping.offline.stop()],
  ])("what is being encrypted while %s is not kept", async (_, end) => {
    const browser = openKeepingBrowser({ user: ada });
    let release = (): void => {};
    const encrypt = (text: string): Promise<string> =>
      new Promise((resolve) => {
        release = () => resolve(text);
      });
    const keeping = browser.keeping({ encryption: { encrypt, decrypt: reverse } });
    await browser.advance(1000);
    const never = { encrypt: () => new Promise<string>(() => {}), decrypt: reverse };
    const other = browser.keeping({ encryption: never });
    await browser.advance(100);
    end(keeping, other);
    release();
    await browser.advance(0);
    expect(browser.kept.size).toBe(0);
  });

  test("runs once for each answer", async () => {
    const encrypt = vi.fn<(text: string) => string>((text) => text);
    const browser = openKeepingBrowser({ user: ada });
    const tab = browser.keeping({ encryption: { encrypt, decrypt: encrypt } });
    await browser.advance(1000);
    tab.tab.hide();
    tab.tab.show();
    await browser.advance(1000);
    expect(encrypt).toHaveBeenCalledOnce();
    await browser.finish(tab.client.getSession());
    expect(encrypt).toHaveBeenCalledTimes(2);
  });

  test("another user is never left behind while a new session is encrypted", async () => {
    const browser = await afterVisit();
    browser.server.user = grace;
    const encrypt = (): Promise<string> => new Promise(() => {});
    browser.keeping({ encryption: { encrypt, decrypt: (text) => text } });
    await browser.advance(100);
    browser.closeAll();
    expect(browser.kept.size).toBe(0);
  });

  test("another user of the server is not left behind, either", async () => {
    const browser = openKeepingBrowser({ user: ada });
    let encrypt = (text: string): string | Promise<string> => text;
    const encryption = { encrypt: (text: string) => encrypt(text), decrypt: reverse };
    const tab = browser.keeping({ encryption });
    await browser.advance(1000);
    expect(browser.kept.size).toBe(1);
    encrypt = () => new Promise(() => {});
    browser.server.user = grace;
    await browser.finish(tab.client.getSession());
    expect(browser.kept.size).toBe(0);
  });

  test("of two sessions the later one stays, though the first takes longer to encrypt", async () => {
    const browser = openKeepingBrowser({ user: ada });
    const releases: (() => void)[] = [];
    const encrypt = (text: string): Promise<string> =>
      new Promise((resolve) => releases.push(() => resolve(text)));
    const tab = browser.keeping({ encryption: { encrypt, decrypt: (text) => text } });
    await browser.advance(1000);
    await browser.finish(tab.client.update({ name: "Countess" }));
    await browser.advance(1000);
    for (const release of releases.toReversed()) {
      release();
      await browser.advance(1);
    }
    expect(item(browser)).toMatchObject({ session: { user: { name: "Countess" } } });
  });

  test("is asked for once, when a page starts, and not by a page that was rendered", async () => {
    const decrypt = vi.fn<(text: string) => string>((text) => text);
    const encryption = { encrypt: (text: string) => text, decrypt };
    const browser = await afterVisit();
    const session = { user: ada, expires: "2027-01-01T00:00:00.000Z" };
    browser.keeping({ encryption }, { client: { session } });
    await browser.advance(10_000);
    expect(decrypt).not.toHaveBeenCalled();
    browser.closeAll();
    const tab = browser.keepingOffline({ encryption });
    await browser.advance(100_000);
    expect(decrypt).toHaveBeenCalledOnce();
    expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
  });

  test.each<[string, number, string[]]>([
    ["a while", 3000, ["loading", "Ada network unconfirmed"]],
    ["too long", 6000, ["loading", "nobody network"]],
  ])("that takes %s to decrypt goes on “loading” meanwhile", async (_, delayMs, seen) => {
    const browser = await afterVisit();
    const decrypt = (text: string): Promise<string> =>
      new Promise((resolve) => browser.world.clock.schedule(() => resolve(text), delayMs));
    const encryption = { encrypt: (text: string) => text, decrypt };
    const tab = browser.keeping({ encryption }, { fetch: lost });
    await browser.advance(2900);
    expect(tab.seen).toEqual(["loading"]);
    await browser.advance(2000);
    expect(tab.seen).toEqual(seen.slice(0, delayMs < 5000 ? 2 : 1));
    await browser.advance(200);
    expect(tab.seen).toEqual(seen);
    await browser.advance(60_000);
    expect(tab.seen).toEqual(seen);
  });

  test("that takes a while does not hide the answer of the server, or its refusal", async () => {
    const browser = await afterVisit();
    const decrypt = (text: string): Promise<string> =>
      new Promise((resolve) => browser.world.clock.schedule(() => resolve(text), 4000));
    const encryption = { encrypt: (text: string) => text, decrypt };
    browser.server.fault = lost;
    const tab = browser.keeping({ encryption });
    await browser.advance(2000);
    browser.server.fault = undefined;
    await browser.finish(tab.client.getSession());
    expect(tab.seen).toEqual(["loading", "Ada"]);
    await browser.advance(10_000);
    expect(tab.seen).toEqual(["loading", "Ada"]);
    browser.closeAll();
    browser.server.fault = () => json({}, 500);
    const other = browser.keeping({ encryption });
    await browser.advance(2000);
    expect(other.seen).toEqual(["loading", "nobody http"]);
  });
});

describe("several tabs without a network", () => {
  test("all show the kept session, and are confirmed by one read", async () => {
    const browser = await afterVisit();
    const tabs = [browser.keepingOffline(), browser.keepingOffline()];
    await browser.advance(1000);
    // It learns of the failure from the others, while it decrypts.
    const decrypt = (text: string): Promise<string> =>
      new Promise((resolve) => browser.world.clock.schedule(() => resolve(text), 50));
    tabs.push(browser.keepingOffline({ encryption: { encrypt: (text) => text, decrypt } }));
    await browser.advance(1000);
    for (const tab of tabs) expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
    const before = browser.server.count("GET session");
    for (const { tab } of tabs) tab.goOnline();
    await browser.advance(5000);
    for (const tab of tabs) expect(tab.seen.at(-1)).toBe("Ada");
    expect(browser.server.count("GET session") - before).toBe(1);
  });

  test("a tab that does not keep the session does not learn it from one that does", async () => {
    const browser = await afterVisit();
    await startOffline(browser);
    const other = browser.open({ isWatched: false });
    other.tab.goOffline();
    other.watch();
    await browser.advance(30_000);
    expect(other.history).toEqual(["loading", "nobody"]);
  });

  test("one that is online again confirms the others, also with another user", async () => {
    const browser = await afterVisit();
    const [first, second] = [browser.keepingOffline(), browser.keepingOffline()];
    await browser.advance(1000);
    browser.server.user = grace;
    second.tab.goOnline();
    await browser.advance(5000);
    expect(first.shows()).toBe("Grace");
    expect(first.offline.isUnconfirmed()).toBe(false);
  });
});

test("nothing is alive after stop(), and what is shown stays", async () => {
  const browser = await afterVisit();
  const { tab, client } = browser.open({ isWatched: false });
  const { environment } = tab;
  tab.goOffline();
  const offline = keepSession(client, { storage: browser.storage, environment });
  await browser.advance(1000);
  expect(offline.isUnconfirmed()).toBe(true);
  offline.stop();
  await browser.advance(2000);
  expect(tab.listenerCount()).toBe(0);
  expect(browser.world.clock.pendingTimers()).toBe(0);
  expect(browser.world.hub.channelCount()).toBe(0);
  expect(offline.isUnconfirmed()).toBe(true);
  expect(browser.kept.size).toBe(1);
});

test("a stop while the session is decrypted shows the error only", async () => {
  const browser = await afterVisit();
  const decrypt = (text: string): Promise<string> =>
    new Promise((resolve) => browser.world.clock.schedule(() => resolve(text), 3000));
  const encryption = { encrypt: (text: string) => text, decrypt };
  const tab = browser.keeping({ encryption }, { fetch: lost });
  await browser.advance(1000);
  tab.offline.stop();
  await browser.advance(20_000);
  expect(tab.seen).toEqual(["loading", "nobody network"]);
});

test("StrictMode's second start shows it, too", async () => {
  const browser = await afterVisit();
  const { tab, client } = browser.open({ isWatched: false });
  const { environment } = tab;
  const { storage } = browser;
  tab.goOffline();
  keepSession(client, { storage, environment }).stop();
  const offline = keepSession(client, { storage, environment });
  await browser.advance(1000);
  expect(offline.isUnconfirmed()).toBe(true);
});

test("a recording begins anew where the kept session is shown, and replays from there", async () => {
  const browser = await afterVisit();
  const steps: InspectedStep[] = [];
  const recorder = createRecorder();
  const listener = createInspector((step) => steps.push(step));
  const inspect: Inspector = (machine) => recorder.inspect(listener(machine));
  const tab = browser.keeping({}, { client: { inspect }, fetch: lost });
  await browser.advance(60_000);
  expect(tab.seen).toEqual(["loading", "Ada network unconfirmed"]);
  const recording = JSON.parse(JSON.stringify(recorder.recording()));
  expect(recording.events.length).toBeGreaterThan(2);
  expect(replay(recording)).toStrictEqual(steps.slice(-recording.events.length));
});
