import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import { answering } from "../support/faults.ts";

const acts: Record<string, (tab: OpenTab) => Promise<unknown>> = {
  "sign in as Ada": ({ client }) =>
    client.signIn("credentials", { redirect: false, password: "Ada" }),
  "sign in as Grace": ({ client }) =>
    client.signIn("credentials", { redirect: false, password: "Grace" }),
  "sign in wrongly": ({ client }) =>
    client.signIn("credentials", { redirect: false, password: "no" }),
  "sign out": ({ client }) => client.signOut({ redirect: false }),
  update: ({ client }) => client.update({ name: "Countess" }),
  read: ({ client }) => client.getSession(),
  focus: async ({ tab }) => tab.show(),
  hide: async ({ tab }) => tab.hide(),
  "lose the connection": async ({ tab }) => tab.goOffline(),
  "get the connection back": async ({ tab }) => tab.goOnline(),
  freeze: async ({ tab }) => {
    tab.enterPageCache();
    tab.leavePageCache();
  },
};

const step = fc.record({
  tab: fc.nat(2),
  act: fc.constantFrom(...Object.keys(acts)),
  // Slower than a message: what another tab has in flight is aborted before a POST leaves.
  latencyMs: fc.constantFrom(10, 40, 300, 2000),
  pauseMs: fc.constantFrom(0, 1, 10, 50, 400, 3000),
  isDown: fc.boolean(),
});

test.each(dialects)(
  "whatever happens in which order, all tabs end with what the server has (%s)",
  async (dialect) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 1, 8),
        fc.boolean(),
        async (steps, messageDelayMs, hasOutages) => {
          const browser = openBrowser({ tabs: 3, user: ada, dialect, messageDelayMs });
          const { server, tabs, shown, advance, finish } = browser;
          const pending: unknown[] = [];
          await advance(6000);
          for (const { tab, act, latencyMs, pauseMs, isDown } of steps) {
            server.latencyMs = latencyMs;
            server.fault = hasOutages && isDown ? answering(503) : undefined;
            pending.push(acts[act]!(tabs[tab]!).catch(() => {}));
            await advance(pauseMs);
          }
          server.fault = undefined;
          server.latencyMs = 10;
          for (const { tab } of tabs) tab.goOnline();
          // Mutations and what blocks reads are over by now; retries may take a minute.
          await advance(hasOutages ? 90_000 : 20_000);
          await Promise.all(pending);
          const before = shown();
          for (const { client } of tabs) expect(client.getSnapshot().error).toBeNull();
          const truth = await finish(tabs[0]!.client.getSession());
          expect(before).toEqual(Array(3).fill(truth?.user?.name ?? "nobody"));
        },
      ),
      { numRuns: 200, seed: 42 },
    );
  },
  60_000,
);
