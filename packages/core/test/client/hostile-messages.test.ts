import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const NAME = "sojourn:/api/auth";
type Message = Record<string, unknown>;

/** Two tabs that show Ada, and a message that would sign them out if somebody meant it. */
async function openSettled() {
  const browser = openBrowser({ tabs: 2, user: ada });
  await browser.advance(100);
  const { world, server, tabs } = browser;
  const genuine = world.hub.posted as readonly Message[];
  const before = tabs.map(({ client }) => client.getSnapshot());
  const now = world.clock.wall();
  const answer = genuine.find(({ type }) => type === "answer")!;
  const signOut: Message = {
    ...answer,
    // Of a third tab.
    tab: 2,
    sentAt: now,
    stamp: now,
    session: null,
    expiresAt: Infinity,
  };

  /** Says something on the tabs' channel, and expects nothing of it. */
  async function expectDropped(message: unknown): Promise<void> {
    world.hub.inject(NAME, message);
    await browser.advance(10);
    for (const [index, { client }] of tabs.entries()) {
      expect(client.getSnapshot()).toBe(before[index]);
    }
    expect(server.requests).toHaveLength(1);
  }

  return { ...browser, answer, signOut, expectDropped };
}

const garbage: [string, unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["a number", 42],
  ["a text", "hello"],
  ["a list", [1, 2]],
  ["an empty object", {}],
  ["a Map", new Map([["sojourn", 1]])],
  ["next-auth's own message", { event: "session", data: { trigger: "signout" }, timestamp: 1 }],
  ["a message without its fields", { sojourn: 1, type: "answer" }],
  ["a message of another version", { sojourn: 2, type: "answer", session: null }],
  [
    "a session without its frame",
    { user: { name: "Mallory" }, expires: "2030-01-01T00:00:00.000Z" },
  ],
];

test.each(garbage)("drops %s without an error", async (_, message) => {
  const { expectDropped } = await openSettled();
  await expectDropped(message);
});

test("takes a genuine message", async () => {
  const { world, signOut, shown, advance } = await openSettled();
  world.hub.inject(NAME, signOut);
  await advance(10);
  expect(shown()).toEqual(["nobody", "nobody"]);
});

describe("a forged message", () => {
  const numbers = ["sentAt", "stamp", "mutation", "failures", "readAt", "expiresAt"];
  const wrong = [undefined, null, "toString", {}, [], NaN, true];

  test.each(["sojourn", "type", ...numbers])(
    "is dropped if `%s` is not what it has to be",
    async (field) => {
      const { signOut, expectDropped } = await openSettled();
      for (const value of wrong) await expectDropped({ ...signOut, [field]: value });
    },
  );

  test("is dropped if it announces a failure older than what is shown", async () => {
    const { answer, signOut, expectDropped } = await openSettled();
    const stamp = (answer["stamp"] as number) - 1;
    await expectDropped({ ...signOut, type: "failure", code: "http", failures: 1, stamp });
  });

  test("of no known type holds no read back", async () => {
    const { world, signOut, tabs, advance, finish } = await openSettled();
    const mutation = world.clock.wall();
    world.hub.inject(NAME, { ...signOut, type: "mutated", mutation });
    await advance(10);
    await expect(finish(tabs[0]!.client.getSession(), 100)).resolves.toMatchObject({ user: ada });
  });

  test.each(numbers)("is dropped if `%s` is a text of digits", async (field) => {
    const { signOut, expectDropped } = await openSettled();
    await expectDropped({ ...signOut, [field]: String(signOut[field]) });
    await expectDropped({ ...signOut, [field]: [signOut[field]] });
  });

  test.each([[1], ["Mallory"], [true], [[ada]]])(
    "is dropped if the session is %j",
    async (session) => {
      const { signOut, expectDropped } = await openSettled();
      await expectDropped({ ...signOut, session });
    },
  );

  test.each(["stamp", "mutation", "sentAt"])(
    "is dropped if its `%s` is years ahead",
    async (field) => {
      const { signOut, expectDropped } = await openSettled();
      await expectDropped({ ...signOut, [field]: Date.UTC(2040, 0) });
      await expectDropped({ ...signOut, [field]: Infinity });
    },
  );

  test("is dropped if it is older than what is shown", async () => {
    const { answer, signOut, expectDropped } = await openSettled();
    await expectDropped({ ...signOut, stamp: (answer["stamp"] as number) - 1 });
  });

  test.each([
    ["no object", { user: "Mallory", expires: "2030-01-01T00:00:00.000Z" }],
    ["null", { user: null, expires: "2030-01-01T00:00:00.000Z" }],
  ])("breaks nothing if the user is %s", async (_, session) => {
    const { world, signOut, tabs, advance, finish } = await openSettled();
    world.hub.inject(NAME, { ...signOut, session });
    await advance(30);
    await expect(finish(tabs[0]!.client.getSession())).resolves.toMatchObject({ user: ada });
    expect(tabs[0]!.shows()).toBe("Ada");
  });
});

test("no garbage changes anything or throws", async () => {
  const { world, tabs, advance, expectDropped } = await openSettled();
  const json = fc.jsonValue();
  const shaped = fc.record(
    {
      sojourn: fc.oneof(fc.constant(1), json),
      type: fc.oneof(fc.constantFrom("hello", "answer", "failure", "mutating", "changed"), json),
      session: json,
      sentAt: json,
      stamp: json,
      mutation: json,
      failures: json,
      code: json,
      status: json,
      readAt: fc.constant("never"),
      expiresAt: json,
    },
    { requiredKeys: ["sojourn", "type", "readAt"] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(json, shaped), async (message) => {
      world.hub.inject(NAME, message);
      await advance(0);
    }),
    { numRuns: 300, seed: 7 },
  );
  await expectDropped(null);
  expect(tabs[0]!.events).toEqual([]);
});

test("a script that cries mutation without end does not keep a tab from loading", async () => {
  const { world, tabs, open, advance } = await openSettled();
  const third = open({ isWatched: false });
  for (const { tab } of tabs.slice(0, 2)) tab.crash();
  third.watch();
  const hello = world.hub.posted[0] as Message;
  for (let i = 0; i < 115; i++) {
    const now = world.clock.wall();
    world.hub.inject(NAME, { ...hello, type: "mutating", sentAt: now, mutation: now });
    await advance(100);
  }
  expect(third.shows()).not.toBe("loading");
});
