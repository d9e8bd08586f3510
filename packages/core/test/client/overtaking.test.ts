import { describe, expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

const stay = { redirect: false } as const;
const endings: [string, string | undefined, (tab: OpenTab) => Promise<unknown>][] = [
  ["a sign-out", undefined, ({ client }) => client.signOut(stay)],
  [
    "another user's sign-in",
    "2",
    ({ client }) => client.signIn("credentials", { ...stay, password: "Grace" }),
  ],
];

describe.each(endings)("an update that begins while %s is under way", (_, owner, end) => {
  test.each([
    ["the same tab", 0],
    ["another tab", 1],
  ])("does not undo it, whatever takes how long: %s", async (_where, updater) => {
    const wrong: string[] = [];
    for (const offsetMs of [0, 1, 5, 12, 60]) {
      for (const endMs of [10, 40, 200]) {
        for (const updateMs of [10, 200, 1000]) {
          const browser = openBrowser({ tabs: 3, user: ada });
          const { server, tabs, advance } = browser;
          server.fault = ({ endpoint, method }) => {
            const isUpdate = endpoint === "session" && method === "POST";
            const isItsToken = endpoint === "csrf" && server.count("GET csrf") > 1;
            server.latencyMs = isUpdate ? updateMs : isItsToken ? 5 : endMs;
            return undefined;
          };
          await advance(6000);
          const ended = end(tabs[0]!);
          await advance(offsetMs);
          const updated = tabs[updater]!.client.update({ name: "Countess" }).catch(() => {});
          await advance(15_000);
          await Promise.all([ended, updated]);
          const ids = tabs.map(({ client }) => client.getSnapshot().data?.user?.id);
          if (![...ids, server.user?.id].every((id) => id === owner)) {
            const told = `shown: ${browser.shown().join()}, server: ${server.user?.name}`;
            wrong.push(`${offsetMs} ms later, ${endMs} and ${updateMs} ms: ${told}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ["the same tab's", 0],
  ["another tab's", 1],
])("the end of %s update does not let others read during a sign-out", async (_, updater) => {
  const { server, tabs, advance } = openBrowser({
    tabs: 3,
    user: ada,
    client: { refetchInterval: 1 },
  });
  await advance(6000);
  server.fault = ({ endpoint, method }) => {
    server.latencyMs = method === "POST" && endpoint === "signout" ? 3000 : 50;
    return undefined;
  };
  const from = server.log.length;
  const out = tabs[0]!.client.signOut(stay);
  const updated = tabs[updater]!.client.update().catch(() => {});
  await advance(3000);
  expect(server.log.slice(from)).not.toContain("GET session");
  await advance(10_000);
  await Promise.all([out, updated]);
  expect(server.user).toBeNull();
});

test("what an update has done is asked for where the sign-in that has overtaken it comes to nothing", async () => {
  const { server, tabs, shown, advance } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  server.latencyMs = 20;
  const update = tabs[0]!.client.update({ name: "Countess" });
  update.catch(() => {});
  await advance(25);
  server.fault = failing("GET providers", answering(500), 1);
  const signIn = tabs[0]!.client.signIn("credentials", { ...stay, password: "Ada" });
  signIn.catch(() => {});
  await advance(500);
  await expect(update).rejects.toMatchObject({ code: "aborted" });
  await expect(signIn).rejects.toMatchObject({ code: "http" });
  expect(shown()).toEqual(["Countess", "Countess"]);
});
