import { describe, expect, test } from "vitest";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

describe("one subscriber", () => {
  test("can leave twice without harm to the others", async () => {
    const { tabs, advance } = openBrowser({ isWatched: false });
    const { client, tab } = tabs[0]!;
    const leave = client.subscribe(() => {});
    client.subscribe(() => {});
    leave();
    leave();
    leave();
    await advance(5000);
    expect(tab.listenerCount()).toBeGreaterThan(0);
  });

  test("that subscribed twice with one function is called twice, and has to leave twice", async () => {
    const { tabs, advance, finish } = openBrowser({ user: ada });
    const { client } = tabs[0]!;
    await advance(100);
    let calls = 0;
    const listener = (): void => void (calls += 1);
    const leave = client.subscribe(listener);
    client.subscribe(listener);
    leave();
    await finish(client.signOut({ redirect: false }));
    expect(calls).toBeGreaterThan(0);
  });

  test("can leave, and let others in, while it is called", async () => {
    const { tabs, advance } = openBrowser({ user: ada });
    const { client } = tabs[0]!;
    const seen: string[] = [];
    const leave = client.subscribe(() => {
      leave();
      seen.push("first");
      client.subscribe(() => void seen.push("late"));
    });
    client.subscribe(() => void seen.push("second"));
    await advance(100);
    expect(seen.filter((name) => name === "first")).toEqual(["first"]);
    expect(seen).toContain("second");
  });

  test("may ask for the session while it is called", async () => {
    const { tabs, advance, server } = openBrowser({ user: ada });
    const { client } = tabs[0]!;
    const read: unknown[] = [];
    client.on("signedOut", () => {
      server.user = grace;
      void client.getSession().then((session) => read.push(session?.user));
    });
    await advance(10_000);
    server.user = null;
    tabs[0]!.tab.show();
    await advance(1000);
    expect(read).toEqual([grace]);
    expect(tabs[0]!.shows()).toBe("Grace");
  });
});
