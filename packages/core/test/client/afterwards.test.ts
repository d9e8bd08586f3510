import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";

const acts: Record<string, (tab: OpenTab) => Promise<unknown>> = {
  read: ({ client }) => client.getSession(),
  update: ({ client }) => client.update({ name: "Countess" }),
  focus: async ({ tab }) => tab.show(),
  freeze: async ({ tab }) => {
    tab.enterPageCache();
    tab.leavePageCache();
  },
};

const endings: [string, string | undefined, (tab: OpenTab) => Promise<unknown>][] = [
  ["a sign-out", undefined, ({ client }) => client.signOut({ redirect: false })],
  [
    "another user's sign-in",
    "2",
    ({ client }) => client.signIn("credentials", { redirect: false, password: "Grace" }),
  ],
];

const step = fc.record({
  tab: fc.nat(2),
  act: fc.constantFrom(...Object.keys(acts)),
  latencyMs: fc.constantFrom(10, 40, 300, 3000),
  pauseMs: fc.constantFrom(0, 1, 10, 50, 400),
});
const steps = fc.array(step, { maxLength: 6 });

test.each(endings.flatMap((ending) => dialects.map((dialect) => [...ending, dialect] as const)))(
  "after %s the old user is never shown again, whatever is under way",
  async (_, owner, end, dialect) => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        steps,
        fc.constantFrom(0, 1, 4),
        fc.constantFrom(10, 40, 1000),
        async (before, after, messageDelayMs, latencyMs) => {
          const { server, tabs, advance } = openBrowser({
            tabs: 3,
            user: ada,
            dialect,
            messageDelayMs,
            client: { refetchInterval: 2 },
          });
          const pending: unknown[] = [];
          const happen = async (all: typeof before): Promise<void> => {
            for (const { tab, act, latencyMs: ms, pauseMs } of all) {
              server.latencyMs = ms;
              pending.push(acts[act]!(tabs[tab]!).catch(() => {}));
              await advance(pauseMs);
            }
          };
          await advance(6000);
          await happen(before);
          server.latencyMs = latencyMs;
          let isOver = false;
          void end(tabs[0]!).then(() => (isOver = true));
          await happen(after);
          for (let i = 0; i < 200 && !isOver; i++) await advance(100);
          await advance(100);
          const lengths = tabs.map(({ history }) => history.length);
          await advance(20_000);
          await Promise.all(pending);
          const since = tabs.flatMap(({ history }, index) => history.slice(lengths[index]));
          expect(since.filter((name) => name === "Ada")).toEqual([]);
          for (const { client } of tabs) expect(client.getSnapshot().data?.user?.id).toBe(owner);
        },
      ),
      { numRuns: 75, seed: 42 },
    );
  },
  60_000,
);
