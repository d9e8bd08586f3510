import { describe, expect, test } from "vitest";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";

const stay = { redirect: false } as const;
const signInAs = ({ client }: OpenTab, password: string) =>
  client.signIn("credentials", { ...stay, password });

describe("a tab that is too busy to receive a sign-out in time", () => {
  async function signOutBesideBusyTab(busy: (tab: OpenTab) => Promise<unknown>, busyMs = 450) {
    const browser = openBrowser({ tabs: 3, user: ada });
    const { server, tabs, advance, finish } = browser;
    await advance(6000);
    server.latencyMs = 500;
    busy(tabs[1]!).catch(() => {});
    await advance(busyMs);
    tabs[1]!.tab.freeze();
    server.latencyMs = 10;
    await finish(tabs[0]!.client.signOut(stay));
    await advance(1000);
    return browser;
  }

  test.each<[string, (tab: OpenTab) => Promise<unknown>, number]>([
    ["a read", ({ client }) => client.getSession(), 450],
    ["an update", ({ client }) => client.update({ name: "Countess" }), 950],
  ])("signs out once more if the late answer to %s has brought the user back", async (...args) => {
    const [, busy, busyMs] = args;
    const { server, tabs, shown, advance } = await signOutBesideBusyTab(busy, busyMs);
    // As browsers do: the cookie is taken, whether or not the page runs.
    expect(server.user).toEqual(ada);
    tabs[1]!.tab.thaw();
    await advance(2000);
    expect(server.user).toBeNull();
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    expect(tabs[2]!.history).toEqual(["loading", "Ada", "nobody"]);
  });

  test.each([
    ["though its read was answered", 500],
    ["though its read was not", 10_000],
  ])("does not sign out the same user, who has signed in again, %s", async (_, latencyMs) => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 3, user: ada });
    await advance(6000);
    server.latencyMs = latencyMs;
    tabs[1]!.client.getSession().catch(() => {});
    await advance(450);
    tabs[1]!.tab.freeze();
    server.latencyMs = 10;
    await finish(tabs[0]!.client.signOut(stay));
    await finish(signInAs(tabs[0]!, "Ada"));
    tabs[1]!.tab.thaw();
    await advance(3000);
    expect(server.count("POST signout")).toBe(1);
    expect(server.user).toEqual(ada);
    expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  });

  test("does not sign out a user who has signed in since", async () => {
    const browser = await signOutBesideBusyTab(({ client }) => client.getSession());
    const { server, tabs, shown, advance, finish } = browser;
    await finish(signInAs(tabs[0]!, "Grace"));
    tabs[1]!.tab.thaw();
    await advance(2000);
    expect(server.user).toEqual(grace);
    expect(shown()).toEqual(["Grace", "Grace", "Grace"]);
  });
});

describe("a tab that dies in the midst of", () => {
  test.each<[string, (tab: OpenTab) => Promise<unknown>, string]>([
    ["a sign-out", ({ client }) => client.signOut(stay), "nobody"],
    ["a sign-in", (tab) => signInAs(tab, "Grace"), "Grace"],
    ["an update", ({ client }) => client.update({ name: "Countess" }), "Countess"],
  ])("%s leaves the others with what it has done, after one request", async (_, mutate, shows) => {
    const { server, tabs, shown, advance } = openBrowser({ tabs: 3, user: ada });
    await advance(6000);
    server.latencyMs = 100;
    mutate(tabs[0]!).catch(() => {});
    await advance(150);
    tabs[0]!.tab.crash();
    const before = server.count("GET session");
    await advance(4500);
    expect(server.count("GET session")).toBe(before);
    await advance(1000);
    expect(shown().slice(1)).toEqual([shows, shows]);
    expect(server.count("GET session")).toBe(before + 1);
  });
});

test("a dead tab holds reads back no longer, though a tab opens and learns of its mutation late", async () => {
  const { server, tabs, open, advance } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  server.latencyMs = 100;
  signInAs(tabs[0]!, "Grace").catch(() => {});
  await advance(150);
  tabs[0]!.tab.crash();
  await advance(3000);
  const opened = open();
  await advance(2500);
  expect([tabs[1]!.shows(), opened.shows()]).toEqual(["Grace", "Grace"]);
});

describe("a tab that opens", () => {
  test.each<[string, (tab: OpenTab) => Promise<unknown>, string]>([
    ["a sign-out", ({ client }) => client.signOut(stay), "nobody"],
    ["an update", ({ client }) => client.update({ name: "Countess" }), "Countess"],
    ["a sign-in", (tab) => signInAs(tab, "Grace"), "Grace"],
  ])("after %s learns of it from the others, without a request", async (_, mutate, shows) => {
    const { server, tabs, open, advance, finish } = openBrowser({ tabs: 2, user: ada });
    await advance(6000);
    await finish(mutate(tabs[0]!));
    await advance(100);
    const before = server.count("GET session");
    const opened = open();
    await advance(1000);
    expect(opened.history).toEqual(["loading", shows]);
    expect(server.count("GET session")).toBe(before);
  });

  test("during a sign-out learns of it, though the tab that signs out cannot answer", async () => {
    const { server, tabs, open, advance } = openBrowser({ tabs: 2, user: ada });
    await advance(6000);
    server.latencyMs = 300;
    tabs[0]!.client.signOut(stay).catch(() => {});
    await advance(400);
    tabs[0]!.tab.freeze();
    const before = server.count("GET session");
    const opened = open();
    await advance(1000);
    expect(server.count("GET session")).toBe(before);
    tabs[0]!.tab.thaw();
    await advance(1000);
    expect(opened.history).toEqual(["loading", "nobody"]);
    expect(server.user).toBeNull();
  });
});

describe("two tabs that mutate at once", () => {
  test("both sign out: all show no session when both have ended", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 3, user: ada });
    await advance(6000);
    server.latencyMs = 20;
    const outs = [tabs[0]!, tabs[1]!].map(({ client }) => client.signOut(stay));
    await finish(Promise.all(outs));
    expect(shown().slice(0, 2)).toEqual(["nobody", "nobody"]);
    await advance(200);
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    for (const { history } of tabs) expect(history).toEqual(["loading", "Ada", "nobody"]);
  });

  test.each([true, false])(
    "one signs in, the other fails to: all show the user who has signed in (channel: %s)",
    async (hasChannel) => {
      const { tabs, shown, advance, finish } = openBrowser({ tabs: 3, user: ada, hasChannel });
      await advance(6000);
      const both = [signInAs(tabs[1]!, "Grace"), signInAs(tabs[0]!, "wrong")];
      await finish(Promise.all(both));
      await advance(6000);
      expect(shown()).toEqual(["Grace", "Grace", "Grace"]);
    },
  );

  test("both sign in: neither waits for the other, and all agree with the server", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 3 });
    await advance(6000);
    server.latencyMs = 20;
    await finish(Promise.all([signInAs(tabs[0]!, "Ada"), signInAs(tabs[1]!, "Grace")]));
    await advance(500);
    const { name } = server.user!;
    expect(shown()).toEqual([name, name, name]);
  });

  test("a sign-out that is answered while its page is away does not sign out a user who has signed in since", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 3, user: ada });
    await advance(6000);
    server.latencyMs = 200;
    tabs[0]!.client.signOut(stay).catch(() => {});
    await advance(300);
    tabs[0]!.tab.enterPageCache();
    await advance(6000);
    server.latencyMs = 10;
    await finish(signInAs(tabs[1]!, "Grace"));
    tabs[0]!.tab.leavePageCache();
    await advance(1000);
    expect(server.user).toEqual(grace);
    expect(shown()).toEqual(["Grace", "Grace", "Grace"]);
    expect(tabs[2]!.history.slice(tabs[2]!.history.indexOf("Grace"))).toEqual(["Grace"]);
  });
});
