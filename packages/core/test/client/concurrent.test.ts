import { describe, expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";

const mutations: Record<string, (tab: OpenTab) => Promise<unknown>> = {
  "a sign-in": ({ client }) => client.signIn("credentials", { redirect: false, password: "Ada" }),
  "another user's sign-in": ({ client }) =>
    client.signIn("credentials", { redirect: false, password: "Grace" }),
  "a sign-out": ({ client }) => client.signOut({ redirect: false }),
  "an update": ({ client }) => client.update({ name: "Countess" }),
};
const names = Object.keys(mutations);
const pairs = names.flatMap((first) => names.map((second) => [first, second] as const));

describe.each(pairs)("%s and %s in two tabs at once", (first, second) => {
  test.each([0, 8, 60])(
    "end with what the server has, in every tab (messages take %i ms)",
    async (messageDelayMs) => {
      const wrong: string[] = [];
      for (const offsetMs of [0, 1, 4, 10, 25]) {
        for (const latencyMs of [0, 5, 30]) {
          const browser = openBrowser({ tabs: 3, user: ada, messageDelayMs });
          const { server, tabs, shown, advance } = browser;
          await advance(6000);
          server.latencyMs = latencyMs;
          const one = mutations[first]!(tabs[0]!).catch(() => {});
          await advance(offsetMs);
          const two = mutations[second]!(tabs[1]!).catch(() => {});
          await advance(20_000);
          await Promise.all([one, two]);
          const ids = tabs.map(({ client }) => client.getSnapshot().data?.user?.id);
          const isRight = ids.every((id) => id === server.user?.id) && new Set(shown()).size === 1;
          if (!isRight) {
            wrong.push(
              `${offsetMs} ms apart, latency ${latencyMs} ms: ${shown().join()}, server: ${server.user?.name}`,
            );
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

test("getSession() is not answered with what another tab has asked before", async () => {
  const { server, tabs, shown, advance, finish } = openBrowser({ user: ada, tabs: 2 });
  await advance(6000);
  server.latencyMs = 200;
  const other = tabs[1]!.client.getSession();
  await advance(100);
  // By the app itself, in a way that no tab knows of.
  server.user = { ...ada, name: "Countess" };
  server.latencyMs = 150;
  const own = await finish(tabs[0]!.client.getSession());
  expect((await other)?.user?.name).toBe("Ada");
  expect(own?.user?.name).toBe("Countess");
  expect(shown()).toEqual(["Countess", "Countess"]);
  expect(server.log.filter((line) => line.startsWith("abort"))).toEqual([]);
});
