import { expect, test } from "vitest";
import { createMemoryWorld } from "../../src/environment/memory.ts";
import { createNextAuthChannel } from "../../src/tabs/next-auth-channel.ts";

const KEY = "nextauth.message";
const CHANNEL = "next-auth";

function openLines() {
  const world = createMemoryWorld();
  const heard: [tab: number, isSignOut: boolean][] = [];
  const lines = [0, 1].map((tab) => {
    const line = createNextAuthChannel(
      world.openTab().environment,
      "sojourn:/api/auth",
      (isSignOut) => heard.push([tab, isSignOut]),
    );
    line.open();
    return line;
  });
  const listener = {};
  const told: [name: string, message: unknown][] = [];
  world.hub.open(listener, CHANNEL, (message) => told.push([CHANNEL, message]));
  world.hub.openStorage(listener, KEY, (message) => told.push([KEY, message]));
  return { world, lines, heard, told };
}

const message = (trigger: string): object => ({ event: "session", data: { trigger } });

test.each([KEY, CHANNEL])("hears reads and sign-outs of next-auth on %s", async (name) => {
  const { world, heard } = openLines();
  world.hub.inject(name, { ...message("getSession"), timestamp: 1 });
  await world.clock.advance(0);
  expect(heard).toEqual([
    [0, false],
    [1, false],
  ]);
  world.hub.inject(name, message("signout"));
  await world.clock.advance(0);
  expect(heard.slice(2)).toEqual([
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
])("takes no notice of %j", async (garbage) => {
  const { world, heard } = openLines();
  world.hub.inject(KEY, garbage);
  world.hub.inject(CHANNEL, garbage);
  await world.clock.advance(0);
  expect(heard).toEqual([]);
});

test("tells both versions what each understands, and its own kind nothing", async () => {
  const { world, lines, heard, told } = openLines();
  lines[0]!.tell();
  await world.clock.advance(0);
  const expected = expect.objectContaining(message("getSession"));
  expect(told).toEqual([
    [KEY, expected],
    [CHANNEL, expected],
  ]);
  expect(heard).toEqual([]);
});

test("each message is another one, for storage tells nobody of a value that it has", async () => {
  const { world, lines } = openLines();
  lines[0]!.tell();
  const first = world.hub.marks.get(KEY);
  await world.clock.advance(1);
  lines[0]!.tell();
  expect(world.hub.marks.get(KEY)).not.toBe(first);
});

test("a closed line neither hears nor tells; opening twice is opening once", async () => {
  const { world, lines, heard, told } = openLines();
  for (const line of lines) line.open();
  for (const line of lines) line.close();
  lines[0]!.tell();
  await world.clock.advance(0);
  expect(told).toEqual([]);
  world.hub.inject(CHANNEL, message("signout"));
  await world.clock.advance(0);
  expect(heard).toEqual([]);
  expect(world.hub.channelCount()).toBe(2);
});
