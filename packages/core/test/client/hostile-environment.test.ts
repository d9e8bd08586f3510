import { afterEach, describe, expect, test, vi } from "vitest";
import { createBrowserEnvironment } from "../../src/environment/browser/browser-environment.ts";
import { createSessionClient, type Session } from "../../src/index.ts";
import { ada, grace, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { failing } from "../support/faults.ts";

const stay = { redirect: false } as const;

afterEach(() => vi.unstubAllGlobals());

describe("a lock", () => {
  test.each<[string, () => never | Promise<never>]>([
    ["is refused", () => Promise.reject(new Error("SecurityError"))],
    [
      "throws",
      () => {
        throw new Error("SecurityError");
      },
    ],
  ])("that %s is done without", async (_, tryLock) => {
    const { tabs, open, advance } = openBrowser({ tabs: 0, user: ada });
    open({ alter: () => ({ tryLock }), client: { refetchInterval: 10 } });
    await advance(100);
    expect(tabs[0]!.shows()).toBe("Ada");
  });

  test.each([
    ["a stub", { request: () => undefined }],
    [
      "one that throws",
      {
        request() {
          throw new Error("SecurityError");
        },
      },
    ],
  ])(
    "manager that is %s grants, at the latest when it is not waited for any more",
    async (_, locks) => {
      vi.stubGlobal("navigator", { locks, onLine: true });
      const { tryLock } = createBrowserEnvironment();
      const { tabs, open, advance } = openBrowser({ tabs: 0, user: ada });
      open({ alter: () => ({ tryLock }) });
      await advance(1100);
      expect(tabs[0]!.shows()).toBe("Ada");
    },
  );
});

describe("identify", () => {
  const polling = { refetchInterval: 5 };

  test("may give an object: it is compared by what is in it", async () => {
    const identify = (session: Session) => ({ ...session.user });
    const { tabs, server, advance } = openBrowser({
      tabs: 2,
      user: ada,
      client: { ...polling, identify },
    });
    await advance(60_000);
    expect(tabs.flatMap(({ events }) => events)).toEqual([]);
    expect(server.count("GET session")).toBeLessThan(16);
  });

  test.each<[string, (session: Session) => unknown]>([
    [
      "throws",
      () => {
        throw new TypeError("no account");
      },
    ],
    ["says nothing", () => undefined],
  ])("that %s leaves it to what users have", async (_, identify) => {
    const { tabs, server, advance, finish } = openBrowser({
      tabs: 2,
      user: ada,
      client: { ...polling, identify },
    });
    await advance(100);
    tabs[0]!.client.hydrate({ user: { ...ada, name: "Countess" }, expires: "2027-01-01" });
    await finish(tabs[0]!.client.update({ name: "Lovelace" }));
    const before = server.count("GET session");
    await advance(30_000);
    expect(server.count("GET session")).toBeGreaterThan(before);
    expect(tabs[1]!.events).toEqual([]);
    server.user = grace;
    await finish(tabs[0]!.client.getSession());
    await advance(100);
    expect(tabs[1]!.events).toEqual(["userChanged"]);
  });
});

test.each([7, "ada", true])(
  "a user that is %j is one user, and another one is another",
  async (user) => {
    const { tabs, server, advance, finish } = openBrowser({ tabs: 2 });
    const answer = (it: unknown) => () => json({ user: it, expires: "2027-01-01T00:00:00.000Z" });
    server.fault = failing("GET session", answer(user));
    await advance(10_000);
    await finish(tabs[0]!.client.getSession());
    expect(tabs.flatMap(({ events }) => events).filter((it) => it === "userChanged")).toEqual([]);
    server.fault = failing("GET session", answer("grace"));
    await finish(tabs[0]!.client.getSession());
    await advance(10);
    expect(tabs.map(({ events }) => events.at(-1))).toEqual(["userChanged", "userChanged"]);
  },
);

test("another user is confirmed by one read, even if a message has signed the user out before", async () => {
  const { tabs, server, advance, finish } = openBrowser({ tabs: 2, user: ada });
  await advance(100);
  server.user = null;
  await finish(tabs[0]!.client.getSession());
  server.user = grace;
  await finish(tabs[0]!.client.getSession());
  const before = server.count("GET session");
  await advance(2000);
  expect(tabs[1]!.history).toEqual(["loading", "Ada", "nobody", "Grace"]);
  expect(server.count("GET session") - before).toBe(1);
});

test("a sign-out whose token is refused is none, whatever is in its callbackUrl", async () => {
  const { tabs, server, advance, finish } = openBrowser({ user: ada, dialect: "v4" });
  await advance(100);
  server.refuseTokens = 9;
  const out = tabs[0]!.client.signOut({ ...stay, callbackUrl: "/bye?csrf=true" });
  await expect(finish(out)).rejects.toMatchObject({ code: "csrf" });
  await advance(1000);
  expect(tabs[0]!.shows()).toBe("Ada");
});

test("wrong credentials are wrong for a user who is signed in, on a page with the same error", async () => {
  const url = "https://app.example/login?error=CredentialsSignin&code=credentials";
  const { tabs, server, advance, finish } = openBrowser({ url, user: ada, dialect: "v5" });
  await advance(100);
  server.fault = failing("POST callback/credentials", () => json({ url }));
  const result = await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "no" }));
  expect(result).toMatchObject({ ok: false, error: "CredentialsSignin" });
});

test("options that are null are none, as next-auth has it", async () => {
  const { tabs, advance, finish } = openBrowser({ user: ada });
  await advance(100);
  const { client, tab } = { client: tabs[0]!.client, tab: tabs[0]!.tab };
  const nothing = null as unknown as undefined;
  await finish(client.signOut(nothing));
  await finish(client.signIn("github", nothing));
  expect(tab.navigations).toHaveLength(2);
});

describe("headers", () => {
  test.each<[string, unknown]>([
    ["Headers", new Headers({ "X-A": "b" })],
    ["a function that gives Headers", () => new Headers({ "X-A": "b" })],
    ["a Map", new Map([["X-A", "b"]])],
    ["pairs", [["X-A", "b"]]],
  ])("may be %s", async (_, headers) => {
    const client = { headers: headers as Record<string, string> };
    const { server, advance } = openBrowser({ user: ada, client });
    await advance(100);
    expect(server.requests[0]!.headers.get("X-A")).toBe("b");
  });

  test.each<[string, unknown]>([
    ["a promise", async () => ({ "X-A": "b" })],
    ["a text", "X-A: b"],
    ["a name that no request can have", { "X Y": "b" }],
  ])("that are %s are a TypeError that says so", async (_, headers) => {
    const client = { headers: headers as Record<string, string> };
    const { tabs, server, advance, finish } = openBrowser({ user: ada, client });
    await advance(1000);
    expect(server.requests).toEqual([]);
    expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "request" });
    await expect(finish(tabs[0]!.client.getProviders())).rejects.toThrow(/option headers/);
  });
});

test("a time-out that is infinite is none at all", async () => {
  const client = { timeoutMs: Infinity, mutationTimeoutMs: 3e9 };
  const { tabs, advance, finish } = openBrowser({ user: ada, client });
  await advance(100);
  expect(tabs[0]!.shows()).toBe("Ada");
  await finish(tabs[0]!.client.signOut(stay));
  expect(tabs[0]!.shows()).toBe("nobody");
});

test("a channel that cannot post does not prevent a sign-out", async () => {
  class Refusing {
    postMessage(): void {
      throw new DOMException("closed", "InvalidStateError");
    }
    close(): void {}
  }
  vi.stubGlobal("BroadcastChannel", Refusing);
  const { openTabChannel } = createBrowserEnvironment();
  const { tabs, open, advance, finish } = openBrowser({ tabs: 0, user: ada });
  open({ alter: () => ({ openTabChannel }) });
  await advance(100);
  await finish(tabs[0]!.client.signOut(stay));
  expect(tabs[0]!.shows()).toBe("nobody");
});

test("what a client is given before the first subscriber reads no clock", () => {
  const { tab } = openBrowser().tabs[0]!;
  const read = (): never => {
    throw new Error("read");
  };
  const client = createSessionClient({
    environment: { ...tab.environment, now: read, random: read, isOnline: read },
  });
  client.hydrate({ user: ada, expires: "2027-01-01" });
  expect(client.getSnapshot().data?.user).toEqual(ada);
});
