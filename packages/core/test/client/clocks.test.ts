import { describe, expect, test } from "vitest";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const DAY = 86_400_000;
const stay = { redirect: false } as const;

describe.each([DAY, -DAY, 3_600_000, -1000])("tabs whose clocks are %i ms apart", (apart) => {
  /** Two tabs; the second one's clock is off by so much. */
  function openApart(hasChannel = true) {
    const browser = openBrowser({ user: ada, hasChannel });
    browser.open({ alter: ({ now }) => ({ now: () => now() + apart }) });
    return browser;
  }

  test.each([0, 1])("learn of a sign-out and a sign-in of each other: tab %i", async (actor) => {
    const { tabs, shown, advance, finish } = openApart();
    await advance(100);
    expect(shown()).toEqual(["Ada", "Ada"]);
    const { client } = tabs[actor]!;
    await finish(client.signOut(stay));
    await advance(100);
    expect(shown()).toEqual(["nobody", "nobody"]);
    await finish(client.signIn("credentials", { ...stay, password: "Grace" }));
    await advance(100);
    expect(shown()).toEqual(["Grace", "Grace"]);
    await finish(tabs[1 - actor]!.client.update({ name: "Admiral" }));
    await advance(100);
    expect(shown()).toEqual(["Admiral", "Admiral"]);
  });

  test.each([0, 1])(
    "ask after a sign-in of each other without a channel: tab %i",
    async (actor) => {
      const { tabs, shown, advance, finish } = openApart(false);
      await advance(2000);
      expect(shown()).toEqual(["Ada", "Ada"]);
      await finish(tabs[actor]!.client.signIn("credentials", { ...stay, password: "Grace" }));
      await advance(2000);
      expect(shown()).toEqual(["Grace", "Grace"]);
    },
  );

  test("agree with a prerendered page on what it has read, once it is shown", async () => {
    const { server, tabs, open, shown, advance, finish } = openApart();
    await advance(100);
    await finish(tabs[0]!.client.signOut(stay));
    await advance(100);
    // By other code, of which the tabs are not told.
    server.user = ada;
    const { tab, history } = open({
      isPrerendering: true,
      alter: ({ now }) => ({ now: () => now() - DAY }),
    });
    await advance(3000);
    tab.activate();
    await advance(1000);
    expect(history).toEqual(["loading", "Ada"]);
    expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  });

  test("share their polls", async () => {
    const { server, tabs, shown, advance } = openApart();
    for (const { client } of tabs) client.setOptions({ refetchInterval: 10 });
    await advance(100_000);
    expect(server.requests.length).toBeLessThanOrEqual(14);
    expect(server.requests.length).toBeGreaterThanOrEqual(9);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test.each([0, 1])("go on polling when one of them is gone: tab %i", async (gone) => {
    const { server, tabs, advance } = openApart();
    for (const { client } of tabs) client.setOptions({ refetchInterval: 10 });
    await advance(30_000);
    tabs[gone]!.tab.crash();
    const before = server.requests.length;
    await advance(60_000);
    expect(server.requests.length - before).toBeGreaterThanOrEqual(4);
  });

  test("end a session at the same time", async () => {
    const { world, server, shown, advance } = openApart();
    // Reading does not prolong it.
    server.fault = failing("GET session", () => {
      const expires = new Date(Date.UTC(2026, 0) + 60_000).toISOString();
      return json(world.clock.monotonic() < 60_000 ? { user: ada, expires } : null);
    });
    await advance(59_000);
    expect(shown()).toEqual(["Ada", "Ada"]);
    await advance(3500);
    expect(shown()).toEqual(["nobody", "nobody"]);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });
});

test("a session that ends before the next poll ends at its time", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 60 } });
  server.maxAge = 10;
  await advance(12_000);
  expect(tabs[0]!.shows()).toBe("nobody");
});

test("a pause that the server has asked for does not prolong the session", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 5 } });
  server.maxAge = 10;
  await advance(100);
  server.fault = failing("GET session", answering(429, { "Retry-After": "600" }));
  await advance(12_000);
  expect(tabs[0]!.shows()).toBe("nobody");
});

test("a session whose time is over is not handed to a new tab", async () => {
  const { server, open, advance } = openBrowser({ user: ada });
  server.maxAge = 10;
  await advance(100);
  server.fault = failing("GET session", hanging);
  await advance(11_000);
  const second = open();
  await advance(5000);
  expect(second.history).toEqual(["loading"]);
});
