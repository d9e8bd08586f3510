import { describe, expect, test } from "vitest";
import { createSessionClient, type Session, type SessionClient } from "../../src/index.ts";
import { ada, grace, json } from "../support/auth-server.ts";
import { openBrowser, show } from "../support/browser.ts";
import { answering, failing, hanging, reset, saying } from "../support/faults.ts";

const DAY = 86_400_000;
const stay = { redirect: false } as const;
const expires = "2027-01-01T00:00:00.000Z";

/** Answers of a proxy that takes away the `Date`, or of another origin that does not let it be read. */
function undated(response: Response): Response {
  Object.defineProperty(response, "headers", { value: new Headers({ Date: "unknown" }) });
  return response;
}

describe.each([
  ["a fixture of 2020", "2020-01-01T00:00:00.000Z", 0],
  ["rendered by a server, where the device's clock is a month ahead", undefined, 31 * DAY],
])("a session that the page was given, and that seems to be over: %s", (_, given, aheadMs) => {
  function openGiven() {
    const now = Date.UTC(2026, 0);
    const session: Session = {
      user: ada,
      expires: given ?? new Date(now + 30 * DAY).toISOString(),
    };
    const browser = openBrowser({ startAt: now + aheadMs, user: ada, client: { session } });
    browser.server.skewMs = -aheadMs;
    return browser;
  }

  test.each([
    ["the connection is broken", reset],
    ["the server fails", answering(500)],
    ["the server hangs", hanging],
  ])("is asked for, and stays with an error where %s", async (_name, failure) => {
    const { server, tabs, advance } = openGiven();
    server.fault = failing("GET session", failure);
    await advance(60_000);
    expect(server.count("GET session")).toBeGreaterThan(0);
    expect(tabs[0]!.client.getSnapshot().error).not.toBeNull();
    expect(tabs[0]!.history).toEqual(["Ada"]);
    expect(tabs[0]!.events).not.toContain("expired");
  });

  test.each([
    ["stays where it says so", ada, ["Ada"]],
    ["ends where it says that nobody is signed in", null, ["Ada", "nobody"]],
  ])("then the server's answer counts: it %s", async (_name, user, history) => {
    const { server, tabs, advance } = openGiven();
    server.fault = failing("GET session", reset, 1);
    server.user = user;
    await advance(60_000);
    expect(tabs[0]!.history).toEqual(history);
    expect(tabs[0]!.client.getSnapshot().error).toBeNull();
  });
});

describe("the end of a session that came without a server's clock", () => {
  async function openUndated() {
    const browser = openBrowser({ tabs: 2, user: ada });
    const { server, world, advance } = browser;
    const endsAt = new Date(world.clock.wall() + 60_000).toISOString();
    const own = failing("GET session", () => undated(json({ user: ada, expires: endsAt })));
    server.fault = own;
    await advance(1000);
    return browser;
  }

  test("is a reason to ask, and nothing else: the session stays where that fails, in all tabs", async () => {
    const { server, tabs, advance, shown } = await openUndated();
    server.fault = failing("GET session", reset);
    await advance(120_000);
    expect(server.count("GET session")).toBeGreaterThan(1);
    expect(server.count("GET session")).toBeLessThan(20);
    expect(shown()).toEqual(["Ada", "Ada"]);
    expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "network" });
    expect(tabs.flatMap(({ events }) => events)).not.toContain("signedOut");
  });

  test("counts no more where a sign-in of its own tab hangs, and holds up the read", async () => {
    const { server, tabs, advance } = await openUndated();
    server.fault = failing("POST callback/credentials", hanging);
    await advance(55_000);
    tabs[0]!.client.signIn("credentials", { ...stay, password: "Grace" }).catch(() => {});
    for (let times = 0; times < 10; times += 1) {
      await advance(5000);
      tabs[0]!.tab.show();
    }
    expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
  });

  test("is no reason to ask again and again", async () => {
    const { server, advance } = await openUndated();
    await advance(120_000);
    expect(server.count("GET session")).toBeLessThanOrEqual(4);
  });
});

describe("a session whose end a server's clock has confirmed is over at most 16 s later", () => {
  test.each([
    ["no answer comes", hanging],
    ["nobody is there", reset],
  ])("though %s", async (_, failure) => {
    const { server, tabs, advance } = openBrowser({ user: ada });
    server.maxAge = 60;
    await advance(1000);
    server.fault = failing("GET session", failure);
    await advance(75_000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(tabs[0]!.events).toContain("expired");
  });

  test("though a sign-in of its own tab hangs, and holds up the read", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada });
    server.maxAge = 60;
    await advance(50_000);
    server.fault = failing("POST callback/credentials", hanging);
    tabs[0]!.client.signIn("credentials", { ...stay, password: "Grace" }).catch(() => {});
    await advance(26_500);
    expect(tabs[0]!.shows()).toBe("nobody");
  });
});

test.each([
  ["HTML", saying("<!doctype html>", 401)],
  ["nothing", saying("", 401)],
])("a 401 with %s is a proxy's, and keeps the session", async (_, failure) => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  await advance(6000);
  server.fault = failing("GET session", failure, 1);
  await finish(tabs[0]!.client.getSession());
  expect(tabs[0]!.history).toEqual(["loading", "Ada"]);
  expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "http", status: 401 });
});

test("a 401 in JSON means that nobody is signed in", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  await advance(6000);
  server.fault = failing("GET session", answering(401), 1);
  await finish(tabs[0]!.client.getSession());
  expect(tabs[0]!.shows()).toBe("nobody");
});

test.each([
  ["a user", { accessToken: "t", expires }],
  ["an end", { user: ada }],
  ["both", { accessToken: "t" }],
])("a session without %s is a session", async (_, session) => {
  const { server, tabs, advance } = openBrowser({ tabs: 2 });
  server.fault = failing("GET session", () => json(session));
  await advance(60_000);
  for (const { client, events } of tabs) {
    expect(client.getSnapshot()).toMatchObject({ status: "authenticated", data: session });
    expect(events).not.toContain("error");
  }
  expect(server.count("GET session")).toBe(1);
});

test("an update that is answered as next-auth 4 does, with what was before, is confirmed by one read", async () => {
  const { server, tabs, advance, finish } = openBrowser({ tabs: 3, user: ada });
  await advance(6000);
  const before = server.count("GET session");
  server.fault = (request) => {
    if (`${request.method} ${request.endpoint}` !== "POST session") return undefined;
    server.user = { ...ada, name: "Lady" };
    return json({ user: ada, expires });
  };
  const updated = await finish(tabs[0]!.client.update({ name: "Lady" }));
  await advance(100);
  expect(updated).toMatchObject({ user: { name: "Lady" } });
  for (const { client } of tabs) expect(client.getSnapshot().data?.user?.name).toBe("Lady");
  expect(server.count("GET session") - before).toBe(1);
});

describe("who is somebody else", () => {
  async function change(first: unknown, second: unknown, client: object = {}) {
    const { server, tabs, advance, finish } = openBrowser({ tabs: 2, client });
    server.fault = failing("GET session", () => json(first));
    await advance(6000);
    server.fault = failing("GET session", () => json(second));
    await finish(tabs[0]!.client.getSession());
    await advance(2000);
    return tabs.map(({ events }) => events.filter((name) => name === "userChanged").length);
  }

  test("two subs are two people", async () => {
    const one = { user: { sub: "1", name: "Kim" }, expires };
    expect(await change(one, { user: { sub: "2", name: "Kim" }, expires })).toEqual([1, 1]);
  });

  test("a user whose name has changed is the same", async () => {
    const one = { user: { id: "1", name: "Kim" }, expires };
    expect(await change(one, { user: { id: "1", name: "Kim Lee" }, expires })).toEqual([0, 0]);
  });

  test("the option `identify` decides", async () => {
    const identify = (session: Session) => (session as { account?: string }).account;
    const one = { user: ada, account: "a", expires };
    const two = { user: ada, account: "b", expires };
    const three = { user: grace, account: "a", expires };
    expect(await change(one, two, { identify })).toEqual([1, 1]);
    expect(await change(one, three, { identify })).toEqual([0, 0]);
  });

  test("a rendered session that gains an id at the first read is of the same user", async () => {
    const session = { user: { name: "Ada", email: "ada@people.example" }, expires };
    const { server, tabs, advance, finish } = openBrowser({ client: { session } });
    server.fault = failing("GET session", () =>
      json({ ...session, user: { ...session.user, id: "1" } }),
    );
    await finish(tabs[0]!.client.getSession());
    await advance(100);
    expect(tabs[0]!.client.getSnapshot().data?.user).toHaveProperty("id", "1");
    expect(tabs[0]!.events).toEqual([]);
  });
});

describe("after the last subscriber has left", () => {
  /** A client whose components are gone, and its successor in the same page. */
  async function openSuccessor(
    request = "",
    underWay: (client: SessionClient<Session>) => void = () => {},
  ) {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    const page = open({ isWatched: false });
    const stop = page.watch();
    await advance(1000);
    server.fault = failing(request, hanging, 1);
    underWay(page.client);
    await advance(0);
    stop();
    server.user = grace;
    const client = createSessionClient({ environment: page.tab.environment });
    const history: string[] = [];
    client.subscribe(() => void history.push(show(client.getSnapshot())));
    return { server, advance, open, history: () => [...new Set(history)] };
  }

  test("a client of the same page is not told what it knows: it asks for itself", async () => {
    const { advance, history } = await openSuccessor();
    await advance(100);
    expect(history()).toEqual(["loading", "Grace"]);
  });

  test.each<[request: string, (client: SessionClient<Session>) => void]>([
    ["GET session", (client) => void client.getSession()],
    ["POST session", (client) => void client.update({}).catch(() => {})],
  ])("nor while its %s is under way, without an end", async (request, call) => {
    const { advance, history } = await openSuccessor(request, call);
    await advance(100);
    expect(history()).toEqual(["loading", "Grace"]);
  });

  test("nor does it wait for the lock of a first read that never ends", async () => {
    const { server, open, advance } = openBrowser({ tabs: 0, user: ada });
    server.fault = failing("GET session", hanging, 1);
    const page = open({ isWatched: false });
    const stop = page.watch();
    await advance(100);
    stop();
    const client = createSessionClient({ environment: page.tab.environment });
    client.subscribe(() => {});
    await advance(100);
    expect(show(client.getSnapshot())).toBe("Ada");
  });

  test("a new tab still gets an answer for a second", async () => {
    const { open, advance } = await openSuccessor();
    const next = open();
    await advance(10);
    expect(next.shows()).not.toBe("loading");
  });

  test("the end of a mutation is still announced", async () => {
    const { server, tabs, open, advance, shown } = openBrowser({ user: ada });
    const page = open({ isWatched: false });
    const stop = page.watch();
    await advance(1000);
    server.latencyMs = 100;
    const out = page.client.signOut(stay);
    stop();
    await advance(500);
    await out;
    await advance(1000);
    expect(tabs[0]!.shows()).toBe("nobody");
    expect(shown()[0]).toBe("nobody");
  });
});
