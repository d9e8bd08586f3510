import { describe, expect, test } from "vitest";
import { ada, grace } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

test.each([-1, Number.NaN, Infinity, -Infinity])(
  "an interval of %s seconds is none, and causes no flood",
  async (refetchInterval) => {
    const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval } });
    server.latencyMs = 50;
    await advance(20_000);
    expect(tabs[0]!.shows()).toBe("Ada");
    expect(server.requests).toHaveLength(1);
  },
);

describe("setOptions", () => {
  test("turns reading on focus off and on", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada });
    const { client, tab } = tabs[0]!;
    await advance(10_000);
    client.setOptions({ refetchOnWindowFocus: false });
    tab.show();
    await advance(100);
    expect(server.requests).toHaveLength(1);
    client.setOptions({ refetchOnWindowFocus: true });
    tab.show();
    await advance(100);
    expect(server.requests).toHaveLength(2);
  });

  test("turns polling offline on and off", async () => {
    const { tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 1 } });
    const { client, tab } = tabs[0]!;
    await advance(500);
    tab.goOffline();
    await advance(5000);
    expect(client.getSnapshot().error).toBeNull();
    client.setOptions({ refetchInterval: 1, refetchWhenOffline: true });
    await advance(5000);
    expect(client.getSnapshot()).toMatchObject({
      status: "authenticated",
      error: { code: "network" },
    });
  });

  test("leaves what is known, and its timeout, as they are", async () => {
    const { server, tabs, advance } = openBrowser({ user: ada, client: { timeoutMs: 300 } });
    const { client } = tabs[0]!;
    await advance(100);
    const before = client.getSnapshot();
    client.setOptions({ refetchInterval: 1 });
    expect(client.getSnapshot()).toBe(before);
    server.latencyMs = 1000;
    await advance(2000);
    expect(client.getSnapshot().error).toMatchObject({ code: "timeout" });
  });
});

test("no two clients share anything but their tabs' channel", async () => {
  const one = openBrowser({ user: ada });
  const other = openBrowser({ user: grace });
  await one.advance(100);
  await other.advance(100);
  expect([one.shown(), other.shown()]).toEqual([["Ada"], ["Grace"]]);
});
