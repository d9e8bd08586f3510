import { describe, expect, test } from "vitest";
import type { TabHub } from "../../src/environment/memory.ts";
import { parseAnnouncement } from "../../src/tabs/parse-announcement.ts";
import { given, updating, withMutation } from "../session/given.ts";
import { user } from "../session/states.ts";
import { announcementOf, receive } from "../session/step.ts";
import { NOW } from "../session/values.ts";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const NAME = "sojourn:/api/auth";
const COUNT = 200;
const DURATION_MS = 10_000;
/** One at once, and one in each second. */
const MOST_READS = DURATION_MS / 1000 + 1;

type Message = Record<string, unknown>;
/** What a script says, as the number of the message and the time by the wall. */
type Forge = (index: number, now: number) => Message;

const expires = "2030-01-01T00:00:00.000Z";
const stranger = (index: number) => ({ user: { id: `x${index}`, name: "Mallory" }, expires });

/** A message as a tab posts it that has just read nobody. */
const forge = (now: number, change: Message): Message => ({
  sojourn: 1,
  type: "answer",
  tab: 0.25,
  isForAnother: false,
  sentAt: now,
  session: null,
  expiresAt: Infinity,
  isExpiryFromServer: false,
  stamp: now,
  mutation: 0,
  mutating: 0,
  pendingAuth: 0,
  failures: 0,
  readAt: Infinity,
  code: undefined,
  status: undefined,
  ...change,
});

/** Two tabs that show Ada, while a script says something 200 times in ten seconds. */
async function flood(say: (hub: TabHub, index: number, now: number) => void) {
  const browser = openBrowser({ tabs: 2, user: ada });
  const { server, world, advance } = browser;
  server.latencyMs = 20;
  await advance(6000);
  const before = server.requests.length;
  for (let index = 0; index < COUNT; index += 1) {
    say(world.hub, index, world.clock.wall());
    await advance(DURATION_MS / COUNT);
  }
  const reads = server.requests.slice(before).filter(({ endpoint }) => endpoint === "session");
  const perTab = browser.tabs.map((_, tab) => reads.filter(({ from }) => from === tab).length);
  return { ...browser, mostReads: Math.max(...perTab) };
}

const forgeries: [string, Forge][] = [
  ["hellos of new tabs", (index, now) => forge(now, { type: "hello", tab: index / COUNT })],
  ["answers with another user each", (index, now) => forge(now, { session: stranger(index) })],
  ["answers that are over", (i, now) => forge(now, { session: stranger(i), expiresAt: now - 1 })],
  [
    "answers that seem to have ended, for certain",
    (index, now) =>
      forge(now, {
        session: { user: ada, expires },
        expiresAt: now + (index % 2),
        isExpiryFromServer: true,
      }),
  ],
  [
    "changes by mutations that are each newer",
    (index, now) => forge(now, { type: "changed", mutation: now + index, tab: index / COUNT }),
  ],
  [
    "mutations that begin and end at once",
    (index, now) =>
      forge(now, {
        type: index % 2 ? "unchanged" : "mutating",
        mutating: (index + 1) % 2,
        pendingAuth: (index + 1) % 2,
        mutation: now + index,
      }),
  ],
  [
    "mutations of a new tab each, which end with another user",
    (index, now) =>
      forge(now, {
        type: index % 2 ? "answer" : "mutating",
        session: index % 2 ? stranger(index) : null,
        tab: (index >> 1) / COUNT,
        mutating: (index + 1) % 2,
        pendingAuth: (index + 1) % 2,
        mutation: now + index,
      }),
  ],
  [
    "failures that are to be tried again at once",
    (index, now) =>
      forge(now, {
        type: "failure",
        failures: index + 1,
        readAt: now,
        code: "network",
        mutation: now,
      }),
  ],
  [
    "no user and a user, in turns",
    (index, now) => forge(now, { session: index % 2 ? null : stranger(0), mutation: now }),
  ],
];

describe("200 messages in ten seconds that no tab has posted cause one request a second at most", () => {
  test.each(forgeries)("%s", async (_, next) => {
    const { mostReads, tabs, shown, advance, finish } = await flood((hub, index, now) => {
      const message = next(index, now);
      expect(parseAnnouncement(message, now)).toBeDefined();
      hub.inject(NAME, message);
    });
    expect(mostReads).toBeLessThanOrEqual(MOST_READS);
    // Afterwards the server's answer counts.
    await advance(70_000);
    await finish(tabs[0]!.client.getSession());
    await advance(2000);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test.each([
    ["nextauth.message", "getSession"],
    ["nextauth.message", "signout"],
    ["next-auth", "getSession"],
    ["next-auth", "signout"],
  ])("next-auth signals: %s, %s", async (channel, trigger) => {
    const { mostReads, tabs } = await flood((hub, _, timestamp) =>
      hub.inject(channel, { event: "session", data: { trigger }, timestamp }),
    );
    expect(mostReads).toBeLessThanOrEqual(MOST_READS);
    for (const { history } of tabs) expect(history).toEqual(["loading", "Ada"]);
  });
});

test("3,000 tabs that nobody has opened are not kept in mind", () => {
  const peer = given(user, updating, withMutation(NOW));
  let state = user;
  for (let tab = 1; tab <= 3000; tab += 1) {
    state = receive(state, announcementOf("mutating", peer, tab)).next;
  }
  expect(state.peers.mutations.length).toBeLessThanOrEqual(50);
});

test("another user, announced by another tab, is confirmed by one read of each tab", async () => {
  const { server, world, tabs, advance, shown } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  const before = server.count("GET session");
  world.hub.inject(NAME, forge(world.clock.wall(), { session: stranger(0) }));
  await advance(10);
  expect(shown()).toEqual(["Mallory", "Mallory"]);
  await advance(2000);
  expect(shown()).toEqual(["Ada", "Ada"]);
  expect(server.count("GET session") - before).toBeLessThanOrEqual(tabs.length);
});

describe("what a script says in a tab's name", () => {
  const now = Date.UTC(2026, 0);

  test("has no field that a tab does not know", () => {
    const parsed = parseAnnouncement(forge(now, { serverSession: stranger(1), toString: 1 }), now);
    expect(Object.keys(parsed!)).not.toContain("serverSession");
    expect(Object.keys(parsed!)).not.toContain("sojourn");
    expect(Object.keys(parsed!)).not.toContain("toString");
  });

  test("has no end before it was said, and none that no server would give", () => {
    const end = (expiresAt: number) => parseAnnouncement(forge(now, { expiresAt }), now)!.expiresAt;
    expect(end(-Infinity)).toBe(now);
    expect(end(now + 1000)).toBe(now + 1000);
    expect(end(now * 2)).toBe(Infinity);
  });
});

test("a failure that is not to be tried again before a year is over is tried again", async () => {
  const { server, world, tabs, advance } = openBrowser({
    user: ada,
    client: { refetchInterval: 5 },
  });
  await advance(1000);
  const now = world.clock.wall();
  const readAt = now + 365 * 86_400_000;
  world.hub.inject(NAME, forge(now, { type: "failure", failures: 1, readAt, code: "http" }));
  await advance(10);
  expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "http" });
  const before = server.count("GET session");
  await advance(361_000);
  expect(server.count("GET session")).toBeGreaterThan(before);
  expect(tabs[0]!.client.getSnapshot().error).toBeNull();
});

test("a read that is given up for another tab is done over, though a failure received meanwhile puts it off", async () => {
  const { server, world, tabs, advance } = openBrowser({ user: ada });
  await advance(6000);
  server.latencyMs = 1000;
  tabs[0]!.tab.show();
  await advance(50);
  expect(server.count("GET session")).toBe(2);
  const say = (change: Message): void => {
    const now = world.clock.wall();
    world.hub.inject(NAME, forge(now, { mutation: now, ...change }));
  };
  say({ type: "failure", failures: 1, readAt: world.clock.wall() + 300_000, code: "http" });
  say({ type: "mutating", mutating: 1, pendingAuth: 1 });
  await advance(100);
  say({ type: "unchanged" });
  await advance(3000);
  expect(server.count("GET session")).toBe(3);
  expect(tabs[0]!.shows()).toBe("Ada");
});

test("getSession() asks at once, whatever peers have caused within the last second", async () => {
  const { server, tabs, world, advance, finish } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  const now = world.clock.wall();
  world.hub.inject(NAME, forge(now, { type: "changed", mutation: now }));
  await advance(100);
  // What a peer tells next is a reason for a read of its own kind, too.
  await finish(tabs[1]!.client.getSession());
  const before = server.count("GET session");
  tabs[0]!.client.getSession().catch(() => {});
  await advance(50);
  expect(server.count("GET session")).toBe(before + 1);
});
