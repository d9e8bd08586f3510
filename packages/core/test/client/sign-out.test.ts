import { describe, expect, test } from "vitest";
import { isSignInError } from "../../src/index.ts";
import { ada, dialects, grace, json, type AuthServer } from "../support/auth-server.ts";
import { CHANNELS_PER_TAB, openBrowser } from "../support/browser.ts";
import {
  answering,
  failing,
  hanging,
  html,
  reset,
  truncated,
  type Failure,
} from "../support/faults.ts";

const stay = { redirect: false } as const;

async function openSettled(dialect: (typeof dialects)[number] = "v4") {
  const browser = openBrowser({ tabs: 3, dialect, user: ada });
  await browser.advance(100);
  return { ...browser, ...browser.tabs[0]! };
}

describe.each(dialects)("%s", (dialect) => {
  test("signs out in every tab, and resolves to the url for the app's router", async () => {
    const { client, finish, shown, tab, server } = await openSettled(dialect);
    const signOut = client.signOut({ ...stay, callbackUrl: "/bye" });
    await expect(finish(signOut)).resolves.toEqual({ url: "https://app.example/bye" });
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    expect(tab.navigations).toEqual([]);
    expect(server.count("GET session")).toBe(2);
  });

  test("with a redirect it goes to where the server says, and the other tabs learn of it", async () => {
    const { client, finish, advance, shown, tab } = await openSettled(dialect);
    await expect(finish(client.signOut({ callbackUrl: "/bye" }))).resolves.toBeUndefined();
    expect(tab.navigations).toEqual(["https://app.example/bye"]);
    await advance(100);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  });

  test("signing out where nobody is signed in is no error", async () => {
    const { client, finish, shown, events, server } = await openSettled(dialect);
    server.user = null;
    await finish(client.signOut(stay));
    await finish(client.signOut(stay));
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    expect(events).toEqual(["signedOut"]);
  });
});

describe("a sign-out that fails", () => {
  const failures: [string, Failure, object][] = [
    ["500", answering(500), { name: "SessionFetchError", code: "http", status: 500 }],
    ["429", answering(429), { name: "SessionFetchError", code: "http", status: 429 }],
    ["HTML", html, { name: "SessionFetchError", code: "parse" }],
    ["truncated JSON", truncated, { name: "SessionFetchError", code: "parse" }],
    ["a broken connection", reset, { name: "SessionFetchError", code: "network" }],
    ["no answer", hanging, { name: "SessionFetchError", code: "timeout" }],
    [
      "a refusal",
      () => json({ url: "https://app.example/api/auth/error?error=Configuration" }),
      { name: "SignInError", code: "refused" },
    ],
  ];

  test.each(failures)(
    "rejects typed, and the session stays as the server has it: %s",
    async (_, failure, expected) => {
      const { client, finish, advance, shown, tab, tabs, server } = await openSettled();
      server.fault = failing("POST signout", failure);
      await expect(finish(client.signOut(), 61_000)).rejects.toMatchObject(expected);
      await advance(6000);
      expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
      expect(tab.navigations).toEqual([]);
      for (const { history } of tabs) expect(history).toEqual(["loading", "Ada"]);
    },
  );

  test("but has happened on the server shows in every tab", async () => {
    const { client, finish, advance, shown, server } = await openSettled();
    server.fault = failing("POST signout", () => {
      server.user = null;
      throw new TypeError("Failed to fetch");
    });
    await expect(finish(client.signOut(stay))).rejects.toMatchObject({ code: "network" });
    await advance(1000);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  });

  test("can be tried again", async () => {
    const { client, finish, shown, server } = await openSettled();
    server.fault = failing("POST signout", answering(500), 1);
    await expect(finish(client.signOut(stay))).rejects.toSatisfy((error) => !isSignInError(error));
    await finish(client.signOut(stay));
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  });
});

test("shows no session as soon as the server has answered, even if the read that confirms it hangs", async () => {
  const { client, advance, shown, server } = await openSettled();
  server.fault = failing("GET session", hanging);
  void client.signOut(stay).catch(() => {});
  await advance(100);
  expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
});

test("a sign-out without a subscriber is announced to the tabs that have one", async () => {
  const { open, finish, advance, shown, world } = await openSettled();
  const fourth = open({ isWatched: false });
  await finish(fourth.client.signOut(stay));
  await advance(2000);
  expect(shown().slice(0, 3)).toEqual(["nobody", "nobody", "nobody"]);
  expect(fourth.tab.listenerCount()).toBe(0);
  expect(world.hub.channelCount()).toBe(3 * CHANNELS_PER_TAB);
});

test("works as the handler of a click, which hands over an event", async () => {
  const { client, finish, server, tab } = await openSettled();
  const event: { target?: unknown; redirect?: never } = {};
  event.target = { event };
  await finish(client.signOut(event));
  expect(server.user).toBeNull();
  expect(tab.navigations).toEqual(["https://app.example/"]);
});

test("a doubled click is one sign-out", async () => {
  const { client, finish, server } = await openSettled();
  await finish(Promise.all([client.signOut(stay), client.signOut({ redirect: false })]));
  expect(server.count("POST signout")).toBe(1);
});

describe("a cookie that a late answer has set again", () => {
  /** Sets Ada's cookie again, once, right after the sign-out has taken it away. */
  function reviveOnce({ server }: { server: AuthServer }): void {
    let isDone = false;
    server.fault = ({ endpoint }) => {
      if (endpoint === "session" && !server.user && !isDone) {
        isDone = true;
        server.user = ada;
      }
      return undefined;
    };
  }

  test("is taken away once more, unseen", async () => {
    const { tabs, client, finish, server, advance } = await openSettled();
    reviveOnce({ server });
    const before = tabs.map(({ history }) => history.length);
    await finish(client.signOut(stay));
    await advance(10_000);
    expect(server.count("POST signout")).toBe(2);
    expect(server.user).toBeNull();
    const since = tabs.map(({ history }, index) => history.slice(before[index]));
    expect(since).toEqual([["nobody"], ["nobody"], ["nobody"]]);
  });

  test("is left where another user's it is", async () => {
    const { client, finish, server, shown } = await openSettled();
    server.fault = ({ endpoint }) => {
      if (endpoint === "session") server.user = grace;
      return undefined;
    };
    await finish(client.signOut(stay));
    expect(server.count("POST signout")).toBe(1);
    expect(shown()).toEqual(["Grace", "Grace", "Grace"]);
  });

  test("is kept if a user is signing in meanwhile, in another tab", async () => {
    const { tabs, client, advance, server, shown } = await openSettled();
    server.latencyMs = 30;
    const out = client.signOut(stay);
    await advance(70);
    const back = tabs[1]!.client.signIn("credentials", { ...stay, password: "Ada" });
    reviveOnce({ server });
    await advance(5000);
    await Promise.all([out, back]);
    expect(server.count("POST signout")).toBe(1);
    expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  });

  test("is looked for when no other tab signs in or out any more", async () => {
    const { tabs, client, advance, server, shown } = await openSettled();
    const from = server.log.length;
    server.fault = ({ endpoint, from: tab }) => {
      server.latencyMs = endpoint === "signout" && tab === 1 ? 300 : 10;
      return undefined;
    };
    const first = client.signOut(stay);
    await advance(5);
    const second = tabs[1]!.client.signOut(stay);
    await advance(250);
    expect(server.log.slice(from)).not.toContain("GET session");
    await advance(1000);
    await Promise.all([first, second]);
    expect(server.log.slice(from)).toContain("GET session");
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
  });

  test("is looked for at once while another tab updates, and in time if another tab hangs", async () => {
    const { tabs, client, advance, finish, server } = await openSettled();
    server.fault = failing("POST session", hanging);
    tabs[1]!.client.update().catch(() => {});
    await advance(100);
    // It cannot say that its update has ended.
    tabs[1]!.tab.freeze();
    await finish(client.signOut(stay), 100);
    tabs[1]!.tab.thaw();
    server.fault = failing("GET csrf", hanging, 1);
    tabs[1]!.client.signIn("credentials", { ...stay, password: "Ada" }).catch(() => {});
    await finish(client.signOut(stay), 6000);
  });

  test("is found by one request, and by none if the server can't be asked", async () => {
    const { client, finish, server, shown } = await openSettled();
    const before = server.count("GET session");
    await finish(client.signOut(stay));
    expect(server.count("GET session") - before).toBe(1);
    await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
    server.fault = failing("GET session", answering(503));
    await finish(client.signOut(stay));
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    expect(client.getSnapshot().error).toBeNull();
  });
});
