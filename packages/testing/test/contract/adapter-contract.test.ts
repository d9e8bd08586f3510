import { createSessionClient, type Session, type SessionClient } from "@sojourn/core";
import { describe, expect, test } from "vitest";
import { adapterContract } from "../../src/adapter-contract.ts";
import type { Defects } from "./defects.ts";
import { createPlainAdapter } from "./plain-adapter.ts";

describe("an adapter of no framework keeps the contract:", () => {
  for (const { name, run } of adapterContract(createPlainAdapter())) test(name, run);
});

async function brokenRules(defects: Defects): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, run } of adapterContract(createPlainAdapter(defects))) {
    await run().catch(() => broken.push(name));
  }
  return broken;
}

const shared: { client?: SessionClient<Session> } = {};

const defects: [what: string, defects: Defects, rule: string][] = [
  ["ignores required", { ignoresRequired: true }, "required: stays loading"],
  ["ignores onUnauthenticated", { ignoresHandler: true }, "is called in place of that"],
  ["requires after its component has gone", { keepsRequiring: true }, "is not called any more"],
  ["ignores select", { ignoresSelect: true }, "select: shows what was selected"],
  ["hides errors", { ignoresError: true }, "a read that fails keeps the session"],
  ["has null while loading", { hasNullWhileLoading: true }, "shows loading until"],
  ["renders without need", { rendersAlways: true }, "renders nothing for an answer"],
  ["makes an update for each rendering", { wrapsUpdate: true }, "is always the same function"],
  ["is loading first though it knows", { startsLoading: true }, "shows a given session"],
  ["never subscribes", { ignoresChanges: true }, "a sign-out in another tab is shown"],
  ["looks at changes only", { ignoresWhatItMissed: true }, "between the first rendering and the"],
  [
    "copies the session",
    { copiesSession: true, rendersAlways: true },
    "gives the same session object",
  ],
  ["never unsubscribes", { keepsSubscription: true }, "releases every channel"],
  [
    "makes a client for each component",
    { clientOf: () => createSessionClient<Session>({ session: null }) },
    "gives the client of the page",
  ],
  [
    "shares a client among requests",
    {
      ignoresGivenSession: true,
      serverClient: ({ session }) => (shared.client ??= createSessionClient({ session })),
    },
    "server: renders the session, nobody, or what is not known",
  ],
  [
    "asks on the server",
    {
      serverClient: ({ session }) =>
        createSessionClient({ session, baseUrl: "http://localhost:3000" }),
      onRender: (client) => void client.getSession(),
    },
    "server: makes no request",
  ],
  [
    "gives the client another function each time",
    { wrapsSelect: true },
    "select: makes what cannot be compared once",
  ],
  [
    "looks at the clock on the server",
    { onRender: () => void Date.now() },
    "server: uses no clock",
  ],
  [
    "hands a session to a client of all requests",
    { hydratesOnServer: true },
    "server: uses no clock",
  ],
  [
    "ignores a session that is passed with a client",
    { ignoresGivenSession: true },
    "server: renders a session that is passed with",
  ],
  [
    "looks at the clock before its component is there",
    { looksAround: () => void new Date() },
    "uses nothing of the environment",
  ],
  [
    "asks before its component is there",
    { looksAround: (client) => void client.getSession() },
    "uses nothing of the environment",
  ],
  ["observes anew in each rendering", { observesAnew: true }, "options made anew"],
  ["asks about all that is handed over", { asksForHanded: true }, "circles: what is made of the"],
  ["asks about what another client shows", { asksForHanded: true }, "circles: what is made of ano"],
  [
    "renders in circles without need",
    { rendersAlways: true },
    "circles: a session that is another",
  ],
  ["takes one session for ever", { takesOneSession: true }, "circles: a real change"],
  ["shows the newest first", { showsCurrentFirst: true }, "though the session has changed since"],
];

const unbroken = new Set(adapterContract(createPlainAdapter()).map(({ name }) => name));

test.each(defects)("an adapter that %s breaks a rule", async (_, defect, rule) => {
  const broken = await brokenRules(defect);
  for (const name of broken) unbroken.delete(name);
  expect(broken).toContainEqual(expect.stringContaining(rule));
});

test("there is no rule that none of these break", () => {
  expect([...unbroken]).toEqual([]);
});

test("says what was expected, and what was there instead", async () => {
  const rules = adapterContract(createPlainAdapter({ ignoresRequired: true }));
  const rule = rules.find(({ name }) => name.startsWith("required: stays loading"));
  await expect(rule?.run()).rejects.toThrow(
    'the text: expected ["loading null"], got ["unauthenticated null"]',
  );
});

test("leaves the rules for servers and circles out where an adapter has no part for them", () => {
  const { mount, settle } = createPlainAdapter();
  const names = adapterContract({ mount, settle }).map(({ name }) => name);
  expect(names.filter((name) => /^(server|hydration|circles):/.test(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(20);
});

test("no two rules have one name", () => {
  const names = adapterContract(createPlainAdapter()).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
