import { describe, expect, test } from "vitest";
import type { Session, SessionSchema } from "../../src/index.ts";
import { ada, json, type RequestLog } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

const stay = { redirect: false } as const;
const signInAs = ({ client }: OpenTab, password: string) =>
  client.signIn("credentials", { ...stay, password });

describe("where a lock that is asked for never answers", () => {
  const never = () => ({ tryLock: () => new Promise<never>(() => {}) });

  test("the first read is made all the same, a second later", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    const { shows } = open({ alter: never });
    await advance(900);
    expect(server.count("GET session")).toBe(0);
    await advance(200);
    expect(shows()).toBe("Ada");
  });

  test("polls go on", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    open({ alter: never, client: { refetchInterval: 10 } });
    await advance(60_000);
    expect(server.count("GET session")).toBeGreaterThanOrEqual(5);
  });

  test("getSession() goes on, and asks no lock of its own", async () => {
    const { open, advance, finish } = openBrowser({ tabs: 0, user: ada });
    const { client } = open({ alter: never });
    await advance(100);
    // The first read is under way, and waits.
    await expect(finish(client.getSession(), 1000)).resolves.toMatchObject({ user: ada });
    await expect(finish(client.getSession(), 10)).resolves.toMatchObject({ user: ada });
  });

  test("the session ends at its time", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    server.maxAge = 60;
    const { shows } = open({ alter: never });
    await advance(2000);
    server.user = null;
    await advance(61_000);
    expect(shows()).toBe("nobody");
  });

  test("a sign-out and a sign-in go on, and are in the other tab", async () => {
    const { open, advance, finish, shown } = openBrowser({ tabs: 0, user: ada });
    const page = open({ alter: never });
    open({ alter: never });
    await advance(2000);
    await finish(page.client.signOut(stay));
    await advance(100);
    expect(shown()).toEqual(["nobody", "nobody"]);
    await finish(signInAs(page, "Grace"), 2000);
    await advance(2000);
    expect(shown()).toEqual(["Grace", "Grace"]);
  });

  test("a lock that is granted late is given back, and the other tab reads with it", async () => {
    const { world, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 10 } });
    await advance(100);
    const answer = world.hub.hangLocks();
    await advance(12_000);
    answer();
    await advance(100);
    expect(world.hub.lockCount()).toBe(0);
    expect(tabs[0]!.client.getSnapshot().error).toBeNull();
  });

  test.each([
    ["granted", "left"],
    ["left", "granted"],
  ])("a lock that is %s in the moment in which its page is %s is given back", async (first) => {
    for (let turns = 0; turns < 10; turns += 1) {
      const { open, advance } = openBrowser({ tabs: 0, user: ada });
      let isHeld = true;
      let grant = (): void => {};
      const lock = new Promise<() => void>((resolve) => {
        grant = () => resolve(() => void (isHeld = false));
      });
      const { tab } = open({ alter: () => ({ tryLock: () => lock }) });
      await advance(500);
      const leave = tab.enterPageCache;
      const [now, then] = first === "left" ? [leave, grant] : [grant, leave];
      now();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      then();
      await advance(0);
      expect(isHeld).toBe(false);
    }
  });

  test("a page that is left meanwhile waits for it no longer", async () => {
    const { world, open, advance } = openBrowser({ tabs: 0, user: ada });
    const { tab } = open({ alter: never });
    await advance(500);
    expect(world.clock.pendingTimers()).toBeGreaterThan(0);
    tab.enterPageCache();
    await advance(0);
    expect(world.clock.pendingTimers()).toBe(0);
  });
});

/** A schema whose promises never settle as long as the switch is on. */
function createSchema() {
  const hung = { isOn: false, asked: 0 };
  const validate = (value: unknown) => {
    hung.asked += 1;
    if (hung.isOn) return new Promise<never>(() => {});
    return { value: structuredClone(value) as Session };
  };
  const schema: SessionSchema<Session> = {
    "~standard": { version: 1, vendor: "test", validate },
  };
  return { hung, schema };
}

describe("where a schema never says what it makes of a session", () => {
  test("a first read is an error within eleven seconds, and is tried again", async () => {
    const { hung, schema } = createSchema();
    hung.isOn = true;
    const { tabs, advance } = openBrowser({ user: ada, client: { schema } });
    await advance(11_000);
    expect(tabs[0]!.client.getSnapshot()).toMatchObject({ error: { code: "timeout" } });
    hung.isOn = false;
    await advance(60_000);
    expect(tabs[0]!.shows()).toBe("Ada");
  });

  test("the session ends at its time, and no more than 16 s later", async () => {
    const { hung, schema } = createSchema();
    const { server, tabs, advance } = openBrowser({ user: ada, client: { schema } });
    server.maxAge = 60;
    await advance(1000);
    hung.isOn = true;
    await advance(75_000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(tabs[0]!.events).toContain("expired");
  });

  test("a sign-out of this tab and of another one go on", async () => {
    const { hung, schema } = createSchema();
    const { tabs, advance, finish, shown } = openBrowser({
      user: ada,
      tabs: 2,
      client: { schema },
    });
    await advance(1000);
    hung.isOn = true;
    await finish(tabs[0]!.client.signOut(stay));
    await advance(100);
    expect(shown()).toEqual(["nobody", "nobody"]);
  });

  test("an update ends in time, and a sign-out ends it at once: nobody is seen again", async () => {
    const { hung, schema } = createSchema();
    const { tabs, advance, finish, shown } = openBrowser({
      user: ada,
      tabs: 2,
      client: { schema },
    });
    await advance(1000);
    hung.isOn = true;
    const outcome = tabs[0]!.client.update({ name: "Lady" }).catch((error: unknown) => error);
    await advance(1000);
    await finish(tabs[1]!.client.signOut(stay));
    expect(await outcome).toMatchObject({ code: "aborted" });
    await advance(20_000);
    expect(shown()).toEqual(["nobody", "nobody"]);
    expect(tabs[0]!.history).toEqual(["loading", "Ada", "nobody"]);
  });

  test("the polls of others go on, and this tab shows an error though they tell it each time", async () => {
    const { hung, schema } = createSchema();
    const { world, server, tabs, open, advance, finish } = openBrowser({
      user: ada,
      client: { refetchInterval: 5 },
      hasLocks: false,
    });
    const page = open({ client: { schema } });
    await advance(1000);
    hung.isOn = true;
    // An update that the other tab cannot take: from now on it knows that it is behind.
    const { client } = tabs[0]!;
    await finish(client.update({ name: "Lady" }));
    await advance(40_000);
    expect(page.client.getSnapshot().error).toMatchObject({ code: "timeout" });
    const times = server.requests.filter(({ from }) => from === 0).map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.max(...gaps)).toBeLessThan(6000);
    expect(times.at(-1)).toBeGreaterThan(world.clock.wall() - 6000);
  });

  test("what others say is looked at as it comes, so that nothing piles up", async () => {
    const { hung, schema } = createSchema();
    const { server, open, advance } = openBrowser({ user: ada, client: { refetchInterval: 2 } });
    const page = open({ client: { schema, refetchInterval: 0 } });
    await advance(1000);
    hung.isOn = true;
    const [saidBefore, askedBefore] = [server.count("GET session"), hung.asked];
    await advance(30_000);
    const said = server.count("GET session") - saidBefore;
    expect(hung.asked - askedBefore).toBeGreaterThanOrEqual(said - 1);
    expect(page.shows()).toBe("Ada");
  });
});

describe("a server that takes its time over a sign-in", () => {
  const after = (browser: ReturnType<typeof openBrowser>, ms: number) => (request: RequestLog) => {
    if (request.endpoint !== "callback/credentials") return undefined;
    return new Promise<Response>((resolve) => {
      browser.world.clock.schedule(() => {
        browser.server.user = ada;
        resolve(json({ url: "https://app.example/" }));
      }, ms);
    });
  };

  test("of twelve seconds in `authorize` signs in: its POST is not given up", async () => {
    const browser = openBrowser({ tabs: 2 });
    const { server, tabs, advance, finish, shown } = browser;
    await advance(1000);
    server.fault = after(browser, 12_000);
    await expect(finish(signInAs(tabs[0]!, "Ada"), 20_000)).resolves.toMatchObject({ ok: true });
    await advance(100);
    expect(shown()).toEqual(["Ada", "Ada"]);
    expect(server.log).not.toContain("abort POST callback/credentials");
  });

  test("is given up after a minute", async () => {
    const browser = openBrowser();
    await browser.advance(1000);
    browser.server.fault = after(browser, 120_000);
    const signIn = browser.finish(signInAs(browser.tabs[0]!, "Ada"), 70_000);
    await expect(signIn).rejects.toMatchObject({ code: "timeout" });
  });
});

test("two updates that have waited long enough for mutations that hang are made one after the other", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada });
  await advance(1000);
  server.latencyMs = 20;
  const hangs = /POST (signout|callback)/;
  server.fault = ({ method, endpoint }) =>
    hangs.test(`${method} ${endpoint}`) ? new Promise(() => {}) : undefined;
  const { client } = tabs[0]!;
  // The second one begins when the first one ends, so the updates wait for longer than either.
  const hung = [client.signOut(stay), client.signIn("credentials", stay)];
  const updates = [client.update({ name: "A" }), client.update({ name: "B" })];
  const ended = Promise.allSettled([...hung, ...updates]);
  let most = 0;
  for (let times = 0; times < 13_000; times += 1) {
    await advance(10);
    const posts = server.log.filter((what) => what === "POST session").length;
    const { name } = client.getSnapshot().data?.user ?? {};
    most = Math.max(most, posts - (name === "B" ? 2 : name === "A" ? 1 : 0));
  }
  const statuses = (await ended).map(({ status }) => status);
  expect(statuses).toEqual(["rejected", "rejected", "fulfilled", "fulfilled"]);
  expect(tabs[0]!.shows()).toBe("B");
  expect(most).toBe(1);
});

describe("a server that asks for a pause of a day", () => {
  async function openSilenced() {
    const browser = openBrowser({ user: ada, client: { refetchInterval: 30 } });
    const { server, advance } = browser;
    await advance(100);
    server.fault = failing("GET session", answering(503, { "Retry-After": "86400" }));
    await advance(40_000);
    expect(server.count("GET session")).toBe(2);
    return browser;
  }

  test("is asked again five minutes later, by a tab that was there", async () => {
    const { server, tabs, advance } = await openSilenced();
    server.fault = undefined;
    await advance(301_000);
    expect(tabs[0]!.client.getSnapshot().error).toBeNull();
    expect(tabs[0]!.shows()).toBe("Ada");
    expect(server.count("GET session")).toBeGreaterThan(2);
  });

  test("and by one that opens since", async () => {
    const { server, tabs, open, advance } = await openSilenced();
    const page = open();
    tabs[0]!.tab.crash();
    server.fault = undefined;
    await advance(301_000);
    expect(page.shows()).toBe("Ada");
  });

  test.each<[string, (tab: OpenTab) => void]>([
    ["comes back to the page", ({ tab }) => tab.show()],
    ["gets the connection back", ({ tab }) => tab.goOnline()],
  ])("is asked once, and not each time, by who %s", async (_, comeBack) => {
    const { server, tabs, advance } = await openSilenced();
    for (let times = 0; times < 5; times += 1) {
      comeBack(tabs[0]!);
      await advance(10_000);
    }
    expect(server.count("GET session")).toBe(3);
  });
});
