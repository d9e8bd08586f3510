import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser, type Browser, type OpenTab } from "../support/browser.ts";
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
  freeze: async ({ tab }) => {
    tab.enterPageCache();
    tab.leavePageCache();
  },
};

const cuts: typeof acts = {
  "lose the connection": async ({ tab }) => tab.goOffline(),
  "get the connection back": async ({ tab }) => tab.goOnline(),
};

interface Step {
  tab: number;
  act: string;
  latencyMs: number;
  pauseMs: number;
  isDown: boolean;
}

/** Up to twelve things that happen in three tabs, one after the other or at once. */
function stepsOf(names: string[], latenciesMs: number[]): fc.Arbitrary<Step[]> {
  const step = fc.record({
    tab: fc.nat(2),
    act: fc.constantFrom(...names),
    latencyMs: fc.constantFrom(...latenciesMs),
    pauseMs: fc.constantFrom(0, 1, 10, 50, 400, 3000),
    isDown: fc.boolean(),
  });
  return fc.array(step, { minLength: 1, maxLength: 12 });
}

/** Lets it all happen, and waits until nothing is under way any more. */
async function happen(browser: Browser, steps: Step[], hasOutages: boolean): Promise<void> {
  const { server, tabs, advance } = browser;
  const pending: unknown[] = [];
  await advance(6000);
  for (const { tab, act, latencyMs, pauseMs, isDown } of steps) {
    server.latencyMs = latencyMs;
    server.fault = hasOutages && isDown ? answering(503) : undefined;
    pending.push({ ...acts, ...cuts }[act]!(tabs[tab]!).catch(() => {}));
    await advance(pauseMs);
  }
  server.fault = undefined;
  server.latencyMs = 10;
  for (const { tab } of tabs) tab.goOnline();
  // Mutations and what holds reads back are over by then; retries may take a minute.
  await advance(hasOutages ? 90_000 : 20_000);
  await Promise.all(pending);
  for (const { client } of tabs) expect(client.getSnapshot().error).toBeNull();
}

describe.each(dialects)("whatever happens in which order (%s)", (dialect) => {
  const runs = { numRuns: 150, seed: 42 };
  const open = (messageDelayMs: number): Browser =>
    openBrowser({ tabs: 3, user: ada, dialect, messageDelayMs });

  test("all tabs end with the server's session", async () => {
    // Slower than messages: what another tab has in flight is aborted before a POST leaves.
    const steps = stepsOf(Object.keys({ ...acts, ...cuts }), [10, 40, 300, 2000]);
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.constantFrom(0, 1, 8),
        fc.boolean(),
        async (all, delayMs, hasOutages) => {
          const browser = open(delayMs);
          await happen(browser, all, hasOutages);
          const shown = browser.shown();
          const truth = await browser.finish(browser.tabs[0]!.client.getSession());
          expect(shown).toEqual(Array(3).fill(truth?.user?.name ?? "nobody"));
        },
      ),
      runs,
    );
  }, 60_000);

  test("all tabs end with the same, though messages are slower than the server", async () => {
    const steps = stepsOf(Object.keys(acts), [0, 5, 40, 300, 2000]);
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(0, 8, 60), async (all, delayMs) => {
        const browser = open(delayMs);
        await happen(browser, all, false);
        expect(new Set(browser.shown()).size).toBe(1);
        for (const { client } of browser.tabs) {
          expect(client.getSnapshot().data?.user?.id).toBe(browser.server.user?.id);
        }
      }),
      runs,
    );
  }, 60_000);
});
