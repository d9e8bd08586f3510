import { expect, test } from "vitest";
import { createMemoryWorld } from "../../src/environment/memory.ts";
import { createNextAuthChannel } from "../../src/tabs/next-auth-channel.ts";

const KEY = "nextauth.message";
const CHANNEL = "next-auth";

function openChannels() {
  const world = createMemoryWorld();
  const received: [tab: number, isSignOut: boolean][] = [];
  const channels = [0, 1].map((tab) => {
    const channel = createNextAuthChannel(
      world.openTab().environment,
      "sojourn:/api/auth",
      (isSignOut) => received.push([tab, isSignOut]),
    );
    channel.open();
    return channel;
  });
  const listener = {};
  const posted: [name: string, message: unknown][] = [];
  world.hub.open(listener, CHANNEL, (message) => posted.push([CHANNEL, message]));
  world.hub.openStorage(listener, KEY, (message) => posted.push([KEY, message]));
  return { world, channels, received, posted };
}

const message = (trigger: string): object => ({ event: "session", data: { trigger } });

test.each([KEY, CHANNEL])("receives reads and sign-outs of next-auth on %s", async (name) => {
  const { world, received } = openChannels();
  world.hub.inject(name, { ...message("getSession"), timestamp: 1 });
  await world.clock.advance(0);
  expect(received).toEqual([
    [0, false],
    [1, false],
  ]);
  world.hub.inject(name, message("signout"));
  await world.clock.advance(0);
  expect(received.slice(2)).toEqual([
    [0, true],
    [1, true],
  ]);
});

test.each([
  ...[undefined, null, "session", 7, [], {}, { event: "other" }],
  ...[
    { event: "session", sojourn: 1 },
    { event: "session", data: null, sojourn: 9 },
  ],
])("ignores %j", async (garbage) => {
  const { world, received } = openChannels();
  world.hub.inject(KEY, garbage);
  world.hub.inject(CHANNEL, garbage);
  await world.clock.advance(0);
  expect(received).toEqual([]);
});

test("posts to both versions what each understands, and signals nothing to its own kind", async () => {
  const { world, channels, received, posted } = openChannels();
  channels[0]!.signal();
  await world.clock.advance(0);
  const expected = expect.objectContaining(message("getSession"));
  expect(posted).toEqual([
    [KEY, expected],
    [CHANNEL, expected],
  ]);
  expect(received).toEqual([]);
});

test("each message differs, because storage sends no event for a value that it has", async () => {
  const { world, channels } = openChannels();
  channels[0]!.signal();
  const first = world.hub.storage.get(KEY);
  await world.clock.advance(1);
  channels[0]!.signal();
  expect(world.hub.storage.get(KEY)).not.toBe(first);
});

test("a closed channel neither receives nor posts; opening twice is opening once", async () => {
  const { world, channels, received, posted } = openChannels();
  for (const channel of channels) channel.open();
  for (const channel of channels) channel.close();
  channels[0]!.signal();
  await world.clock.advance(0);
  expect(posted).toEqual([]);
  world.hub.inject(CHANNEL, message("signout"));
  await world.clock.advance(0);
  expect(received).toEqual([]);
  expect(world.hub.channelCount()).toBe(2);
});

test.each<[string, string, boolean[]]>([
  ["a sign-out", "https://app.example/api/auth/signout", [true]],
  ["a sign-out with a query", "https://app.example/api/auth/signout?", [true]],
  ["a sign-in", "https://app.example/api/auth/callback/credentials", [false]],
  ["a read", "https://app.example/api/auth/session", []],
  ["a longer name", "https://app.example/api/auth/signouts", []],
  ["a path that only contains the name", "https://app.example/api/auth/x/signout", []],
  ["a request to another server", "https://id.example/api/auth/signout", []],
])("%s by a request of the page is signaled as %j", (_, url, expected) => {
  const { environment } = createMemoryWorld().openTab();
  const signals: boolean[] = [];
  let inspect: (url: string, ageMs: number) => void = () => {};
  const channel = createNextAuthChannel(
    {
      ...environment,
      onRequest(listener) {
        inspect = listener;
        return () => {};
      },
    },
    "sojourn:/api/auth",
    (isSignOut) => signals.push(isSignOut),
  );
  channel.open();
  inspect(url, 5);
  expect(signals).toEqual(expected);
});
